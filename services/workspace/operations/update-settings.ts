import { checkRevision } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { changedSettings } from '#domain/first-settings.ts'
import { createSettingsQueries } from '#store/settings-queries.ts'

/** Changes some settings; refuses when a colleague changed them since the given revision. */
export const updateSettings: Handle<'updateSettings'> = async (input, context) => {
  const { db, caller, tenantId, clock } = context
  return db.inTenant(caller, async (tx) => {
    const queries = createSettingsQueries(tx, tenantId)
    const stored = await queries.read()
    checkRevision(input.revision, stored.revision)
    const settings = changedSettings(stored.settings, input.settings)
    const [revision, now] = [stored.revision + 1, clock.now()]
    await queries.write(settings, revision, now)
    await context.note(tx, { action: 'update-settings', subject: `settings:${tenantId}`, detail: { changed: Object.keys(input.settings) } })
    return { settings, revision, updatedAt: now.toISOString() }
  })
}
