import { appsEvents } from '@myna/contracts/apps'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { roleOf } from '#store/present.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Removes a version that nobody reaches; how it was used stays counted. */
export const removeVersion: Handle<'removeVersion'> = async ({ appId, versionId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    const [queries, versions] = [createAppQueries(tx, context.tenantId), createVersionQueries(tx, context.tenantId)]
    const app = await queries.find(appId, 'to-change')
    const version = await versions.find(appId, versionId)
    if (roleOf(version, app) !== 'idle') throw new Fault('apps.version_in_use', { appId, versionId })
    if (app.previous_version_id === versionId) await queries.update(appId, { previous_version_id: null })
    await versions.remove(versionId)
    await context.note(tx, { action: 'remove-app-version', subject: `app:${appId}`, detail: { version: version.name } })
    await context.tell(tx, appsEvents.appChanged, { appId, slug: app.slug })
  })
  return {}
}
