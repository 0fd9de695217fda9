import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { readNameCursor } from '#store/name-cursor.ts'
import { presentApp } from '#store/present.ts'

/** Lists applications by name. */
export const listApps: Handle<'listApps'> = async ({ limit, cursor, ...filter }, { caller, db, tenantId }) => {
  const after = readNameCursor(cursor)
  return db.inTenant(caller, async (tx) => {
    const queries = createAppQueries(tx, tenantId)
    const rows = await queries.list(filter, after, limit + 1)
    const versions = await queries.namedVersions(rows)
    return page(
      rows.map((it) => presentApp(it, versions)),
      limit,
      (it) => [it.name, it.id],
    )
  })
}
