import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { readNameCursor } from '#store/name-cursor.ts'
import { presentApp } from '#store/present.ts'

/** Lists the applications that are switched on, by name. */
export const listUsableApps: Handle<'listUsableApps'> = async ({ limit, cursor }, { caller, db, tenantId }) => {
  const after = readNameCursor(cursor)
  return db.inTenant(caller, async (tx) => {
    const queries = createAppQueries(tx, tenantId)
    const rows = await queries.list({ enabled: true }, after, limit + 1)
    const versions = await queries.namedVersions(rows)
    const shown = rows.map((it) => presentApp(it, versions)).map(({ id, slug, name, purpose, health }) => ({ id, slug, name, purpose, health }))
    return page(shown, limit, (it) => [it.name, it.id])
  })
}
