import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { noteTurn } from '#operations/turn-traffic.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentApp } from '#store/present.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Gives a version a share of the requests beside the active one; one trial at a time. */
export const shareTraffic: Handle<'shareTraffic'> = ({ appId, versionId, percent }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const queries = createAppQueries(tx, context.tenantId)
    const app = await queries.find(appId, 'to-change')
    const version = await createVersionQueries(tx, context.tenantId).find(appId, versionId)
    if (app.active_version_id === versionId) throw new Fault('apps.version_in_use', { appId, versionId })
    const row = await queries.update(appId, {
      trial_version_id: percent > 0 ? versionId : null,
      trial_percent: percent,
      updated_at: context.clock.now(),
    })
    await noteTurn(context, tx, row, 'share-app-traffic', { version: version.name, percent })
    return presentApp(row, await queries.namedVersions([row]))
  })
