import type { PlatformLimitsState } from '@myna/contracts/gateway-limits'
import { gatewayEvents } from '@myna/contracts/gateway'
import { page, readIdCursor } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { firstLimits, withoutUndefined } from '#limits/first-limits.ts'
import type { Gate } from '#store/gate.ts'
import { createPlatformQueries } from '#store/platform-queries.ts'
import { checkRevision } from '#store/rules-queries.ts'

async function platformState({ db }: Context): Promise<PlatformLimitsState> {
  const { value: set, revision, updatedAt } = await db.global((tx) => createPlatformQueries(tx).read('limits'))
  return { limits: { ...firstLimits, ...withoutUndefined(set) }, first: firstLimits, set, revision, updatedAt: updatedAt?.toISOString() ?? null }
}

/** Reads the limits of the platform. */
export const getPlatformLimits: Handle<'getPlatformLimits'> = (_input, context) => platformState(context)

/** Sets the limits of the platform. The act is noted where the operator stands. */
export const setPlatformLimitsIn =
  (gate: Gate): Handle<'setPlatformLimits'> =>
  async ({ limits, revision }, context) => {
    const { db, caller, clock } = context
    const after = withoutUndefined(limits)
    await db.inTenant(caller, async (tx) => {
      const queries = createPlatformQueries(tx)
      await queries.lock()
      const stored = await queries.read('limits')
      checkRevision(revision, stored.revision)
      await queries.write('limits', after, stored.revision + 1, clock.now())
      await context.note(tx, { action: 'set-platform-limits', subject: 'platform:limits', detail: { before: stored.value, after } })
      await context.tell(tx, gatewayEvents.rulesChanged, { tenantId: null })
    })
    await gate.changed(null)
    return platformState(context)
  }

/** Lists organisations whose limits differ from those of the platform. */
export const listTenantAllowances: Handle<'listTenantAllowances'> = async ({ limit, cursor }, { db }) => {
  const after = readIdCursor(cursor)
  const rows = await db.global((tx) => createPlatformQueries(tx).listAllowances(after, limit + 1))
  return page(rows, limit, (it) => [it.tenantId])
}

/** Gives an organisation limits other than those of the platform. */
export const setTenantAllowanceIn =
  (gate: Gate): Handle<'setTenantAllowance'> =>
  async ({ tenantId, limits }, context) => {
    const allowance = { tenantId, limits: withoutUndefined(limits) }
    await context.db.inTenant(context.caller, async (tx) => {
      await createPlatformQueries(tx).writeAllowance(allowance)
      await context.note(tx, { action: 'set-tenant-allowance', subject: `tenant:${tenantId}`, detail: allowance.limits })
      await context.tell(tx, gatewayEvents.rulesChanged, { tenantId })
    })
    await gate.changed(tenantId)
    return allowance
  }
