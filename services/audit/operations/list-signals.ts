import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { presentSignal } from '#store/present.ts'
import { createSignalQueries } from '#store/signal-queries.ts'

/** Signals, newest first. */
export const listSignals: Handle<'listSignals'> = async ({ limit, cursor, ...filter }, { db, caller, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createSignalQueries(tx, tenantId).list(filter, before, limit + 1))
  return page(rows.map(presentSignal), limit, (it) => [it.id])
}
