import type { AccessState } from '@myna/contracts/gateway-access'
import { gatewayEvents } from '@myna/contracts/gateway'
import { Fault } from '@myna/kernel'
import { rulingOf, tidied } from '#access/access-rules.ts'
import { readAddress, writeAddress } from '#access/address.ts'
import type { Context, Handle } from '#context.ts'
import { type Gate, isOperator } from '#store/gate.ts'
import { checkRevision, createRulesQueries } from '#store/rules-queries.ts'

async function accessState({ db, caller, tenantId }: Context): Promise<AccessState> {
  const { value, revision, updatedAt } = await db.inTenant(caller, (tx) => createRulesQueries(tx, tenantId).readAccess())
  return {
    ...value,
    yourAddress: plainAddress(caller.ip),
    youMayEnter: rulingOf(value, caller.ip).allowed,
    revision,
    updatedAt: updatedAt?.toISOString() ?? null,
  }
}

/** Reads from where the organisation of the caller may be reached. */
export const getAccessRules: Handle<'getAccessRules'> = (_input, context) => accessState(context)

/** Sets from where the organisation of the caller may be reached. */
export const setAccessRulesIn =
  (gate: Gate): Handle<'setAccessRules'> =>
  async ({ revision, evenIfLockedOut, ...input }, context) => {
    const { db, caller, tenantId, clock } = context
    const rules = tidyOrRefuse(input)
    const ruling = rulingOf(rules, caller.ip)
    // The operator at the server itself is held by no rules of an organisation.
    if (!ruling.allowed && !evenIfLockedOut && !isOperator(caller)) throw new Fault('gateway.would_lock_out', { ip: caller.ip, ...ruling })
    await db.inTenant(caller, async (tx) => {
      const queries = createRulesQueries(tx, tenantId)
      await queries.lock()
      const stored = await queries.readAccess()
      checkRevision(revision, stored.revision)
      await queries.writeAccess(rules, stored.revision + 1, clock.now())
      const detail = { allow: rules.allow.length, deny: rules.deny.length, origins: rules.origins, ownAddressRefused: !ruling.allowed }
      await context.note(tx, { action: 'set-access-rules', subject: `access-rules:${tenantId}`, detail })
      await context.tell(tx, gatewayEvents.rulesChanged, { tenantId })
    })
    await gate.changed(tenantId)
    return accessState(context)
  }

/** Tries rules on an address without setting them. */
export const checkAccessRules: Handle<'checkAccessRules'> = async ({ address, ...input }, { caller }) => {
  if (address !== undefined && !readAddress(address))
    throw new Fault('request.invalid', {}, { fields: [{ field: 'address', problem: 'This is no address such as 203.0.113.7 or 2001:db8::1.' }] })
  const rules = tidyOrRefuse(input)
  const { allowed, because, range } = rulingOf(rules, address ?? caller.ip)
  return { address: plainAddress(address ?? caller.ip), allowed, because, range, wouldLockOut: !isOperator(caller) && !rulingOf(rules, caller.ip).allowed }
}

function tidyOrRefuse<R extends Parameters<typeof tidied>[0]>(input: R): R {
  const { rules, problems } = tidied(input)
  if (problems.length > 0) throw new Fault('request.invalid', {}, { fields: problems })
  return rules
}

function plainAddress(ip: string | undefined): string | null {
  const address = ip === undefined ? undefined : readAddress(ip)
  return address ? writeAddress(address) : null
}
