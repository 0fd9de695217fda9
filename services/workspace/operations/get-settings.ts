import type { Handle } from '#context.ts'
import { createSettingsQueries } from '#store/settings-queries.ts'

/** Reads the settings of the caller's organisation. */
export const getSettings: Handle<'getSettings'> = async (_input, { db, caller, tenantId }) => {
  const stored = await db.inTenant(caller, (tx) => createSettingsQueries(tx, tenantId).read())
  return { ...stored, updatedAt: stored.updatedAt.toISOString() }
}
