import type { LimitsState } from '@myna/contracts/gateway-limits'
import { gatewayEvents } from '@myna/contracts/gateway'
import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { tenantLimitNames, tenantPart, withoutUndefined } from '#limits/first-limits.ts'
import { tenantWindow } from '#limits/limit-step.ts'
import type { Gate } from '#store/gate.ts'
import { checkRevision, createRulesQueries } from '#store/rules-queries.ts'
import { monthOf, monthSpan } from '#store/traffic-queries.ts'

const shownLimits = ['tenant', 'reads', 'writes', 'expensive'] as const

async function stateOf(gate: Gate, { db, caller, tenantId, clock }: Context): Promise<LimitsState> {
  const { book, windows } = gate.opened()
  const rules = await book.of(tenantId)
  const own = await db.inTenant(caller, (tx) => createRulesQueries(tx, tenantId).readLimits())
  const now = clock.now().getTime()
  const { from, until } = monthSpan(now)
  return {
    holding: tenantPart(rules.holding),
    platform: tenantPart(rules.allowed),
    own: own.value,
    uses: shownLimits.map((name) => {
      const window = tenantWindow(gate, rules, name)
      const perMinute = rules.holding[name]
      return { limit: name, perMinute, used: perMinute - windows.left(window, perMinute), resetsInMs: windows.resetsInMs(window) }
    }),
    month: {
      from: from.toISOString(),
      until: until.toISOString(),
      used: rules.month.name === monthOf(now) ? rules.month.written + rules.month.since : 0,
      allowed: rules.monthlyRequests,
    },
    revision: own.revision,
    updatedAt: own.updatedAt?.toISOString() ?? null,
  }
}

/** Reads which limits hold for the organisation of the caller. */
export const getLimitsFrom =
  (gate: Gate): Handle<'getLimits'> =>
  (_input, context) =>
    stateOf(gate, context)

/** Sets limits the organisation gives itself; none may be above what the platform allows it. */
export const setLimitsIn =
  (gate: Gate): Handle<'setLimits'> =>
  async ({ own, revision }, context) => {
    const { db, caller, tenantId, clock } = context
    const { allowed } = await gate.opened().book.of(tenantId)
    const wanted = withoutUndefined(own)
    const fields = tenantLimitNames.flatMap((name) => {
      const limit = wanted[name]
      return limit !== undefined && limit > allowed[name] ? [{ field: `own.${name}`, problem: `The platform allows ${allowed[name]}.` }] : []
    })
    if (fields.length > 0) throw new Fault('request.invalid', { tenantId }, { fields })
    await db.inTenant(caller, async (tx) => {
      const queries = createRulesQueries(tx, tenantId)
      await queries.lock()
      const stored = await queries.readLimits()
      checkRevision(revision, stored.revision)
      await queries.writeLimits(wanted, stored.revision + 1, clock.now())
      await context.note(tx, { action: 'set-limits', subject: `limits:${tenantId}`, detail: { before: stored.value, after: wanted } })
      await context.tell(tx, gatewayEvents.rulesChanged, { tenantId })
    })
    await gate.changed(tenantId)
    return stateOf(gate, context)
  }
