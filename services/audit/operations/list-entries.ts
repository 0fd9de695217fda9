import { page, readNumberCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createEntryQueries } from '#store/entry-queries.ts'
import { presentEntry } from '#store/present.ts'

/** Lists entries, newest first. */
export const listEntries: Handle<'listEntries'> = async ({ limit, cursor, ...filter }, { db, caller, tenantId }) => {
  const before = readNumberCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createEntryQueries(tx, tenantId).listBefore(filter, before, limit + 1))
  return page(rows.map(presentEntry), limit, (it) => [it.sequence])
}
