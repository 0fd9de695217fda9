import { appsEvents } from '@myna/contracts/apps'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { type AppRow, presentApp } from '#store/present.ts'
import type { Tables } from '#store/tables.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Sends all requests to a version: it becomes active, the one before it can be brought back, and a trial is over. */
export async function turnTo(context: Context, tx: Transaction<Tables>, app: AppRow, versionId: string, action: 'activate-app-version' | 'roll-back-app') {
  const [queries, versions] = [createAppQueries(tx, context.tenantId), createVersionQueries(tx, context.tenantId)]
  const version = await versions.find(app.id, versionId)
  const now = context.clock.now()
  const isNew = app.active_version_id !== versionId
  await versions.update(versionId, { activated_at: now })
  const row = await queries.update(app.id, {
    active_version_id: versionId,
    ...(isNew ? { previous_version_id: app.active_version_id } : {}),
    trial_version_id: null,
    trial_percent: 0,
    updated_at: now,
  })
  await noteTurn(context, tx, row, action, { version: version.name })
  return presentApp(row, await queries.namedVersions([row]))
}

/** Writes down that requests go elsewhere, tells those who send them, and has the versions asked at once how they are. */
export async function noteTurn(context: Context, tx: Transaction<Tables>, row: AppRow, action: string, detail: Record<string, unknown>): Promise<void> {
  if (row.enabled) await createAppQueries(tx, context.tenantId).schedule(row.id, row.probe.intervalSeconds, context.clock.now())
  await context.note(tx, { action, subject: `app:${row.id}`, detail })
  await context.tell(tx, appsEvents.appChanged, { appId: row.id, slug: row.slug })
}
