import type { PlatformAccess } from '@myna/contracts/gateway-access'
import { gatewayEvents } from '@myna/contracts/gateway'
import { Fault } from '@myna/kernel'
import { rulingOf, tidied } from '#access/access-rules.ts'
import type { Context, Handle } from '#context.ts'
import type { Gate } from '#store/gate.ts'
import { createPlatformQueries } from '#store/platform-queries.ts'
import { checkRevision } from '#store/rules-queries.ts'

async function platformAccess({ db, caller }: Context): Promise<PlatformAccess> {
  const { value, revision, updatedAt } = await db.global((tx) => createPlatformQueries(tx).read('access'))
  return { deny: value.deny, yourAddress: caller.ip ?? null, revision, updatedAt: updatedAt?.toISOString() ?? null }
}

/** Reads which addresses the platform refuses. */
export const getPlatformAccess: Handle<'getPlatformAccess'> = (_input, context) => platformAccess(context)

/** Sets which addresses the platform refuses. These hold the operator as well. */
export const setPlatformAccessIn =
  (gate: Gate): Handle<'setPlatformAccess'> =>
  async ({ deny, revision, evenIfLockedOut }, context) => {
    const { db, caller, clock } = context
    const { rules, problems } = tidied({ deny })
    if (problems.length > 0) throw new Fault('request.invalid', {}, { fields: problems })
    const isLockedOut = !rulingOf({ allow: [], deny: rules.deny }, caller.ip).allowed
    if (isLockedOut && !evenIfLockedOut) throw new Fault('gateway.would_lock_out', { ip: caller.ip })
    await db.inTenant(caller, async (tx) => {
      const queries = createPlatformQueries(tx)
      await queries.lock()
      const stored = await queries.read('access')
      checkRevision(revision, stored.revision)
      await queries.write('access', { deny: rules.deny }, stored.revision + 1, clock.now())
      await context.note(tx, { action: 'set-platform-access', subject: 'platform:access', detail: { deny: rules.deny.length, ownAddressRefused: isLockedOut } })
      await context.tell(tx, gatewayEvents.rulesChanged, { tenantId: null })
    })
    await gate.changed(null)
    return platformAccess(context)
  }
