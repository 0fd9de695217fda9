import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { turnTo } from '#operations/turn-traffic.ts'
import { createAppQueries } from '#store/app-queries.ts'

/** Sends all requests to the version that was active before; asked again, it goes forward again. */
export const rollBack: Handle<'rollBack'> = ({ appId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const app = await createAppQueries(tx, context.tenantId).find(appId, 'to-change')
    if (app.previous_version_id === null) throw new Fault('apps.nothing_to_roll_back', { appId })
    return turnTo(context, tx, app, app.previous_version_id, 'roll-back-app')
  })
