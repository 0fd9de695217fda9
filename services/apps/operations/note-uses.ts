import { topicOf } from '@myna/contracts/workspace-news'
import type { Handle } from '#context.ts'
import { createUseQueries } from '#store/use-queries.ts'

/** Adds up how versions were used. */
export const noteUses: Handle<'noteUses'> = async ({ items }, { caller, db, live, tenantId }) => {
  // In one order, so that two who add at once do not wait for each other in a circle.
  const ordered = items.toSorted((a, b) => (a.versionId + a.hour < b.versionId + b.hour ? -1 : 1))
  await db.inTenant(caller, async (tx) => {
    const queries = createUseQueries(tx, tenantId)
    for (const { appId, versionId, hour, requests, errors, latencies } of ordered)
      await queries.add({ app_id: appId, version_id: versionId, hour: new Date(hour), requests, errors, latencies })
  })
  live.wake(topicOf(tenantId, 'app'))
  return {}
}
