import type { Handle } from '#context.ts'
import { turnTo } from '#operations/turn-traffic.ts'
import { createAppQueries } from '#store/app-queries.ts'

/** Sends all requests to a version; a trial is over. */
export const activateVersion: Handle<'activateVersion'> = ({ appId, versionId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const app = await createAppQueries(tx, context.tenantId).find(appId, 'to-change')
    return turnTo(context, tx, app, versionId, 'activate-app-version')
  })
