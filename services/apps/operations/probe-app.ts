import type { Handle } from '#context.ts'
import { probeVersions } from '#probing/probe-versions.ts'
import { createAppQueries } from '#store/app-queries.ts'

/** Asks the versions in use now how they are. */
export const probeApp: Handle<'probeApp'> = async ({ appId }, context) => {
  await context.db.inTenant(context.caller, (tx) => createAppQueries(tx, context.tenantId).find(appId))
  return { items: await probeVersions(context, appId, context.signal) }
}
