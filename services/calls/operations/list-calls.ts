import { page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentCall } from '#store/present.ts'

/** Lists calls, newest first. */
export const listCalls: Handle<'listCalls'> = async ({ limit, cursor, ...filter }, { db, caller, tenantId }) => {
  const before = cursor === undefined ? undefined : String(readCursor(cursor)[0])
  const calls = await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const rows = await queries.list(filter, before, limit + 1)
    const counts = await queries.countTurns(rows.map((it) => it.id))
    return rows.map((it) => presentCall(it, counts.get(it.id) ?? 0))
  })
  return page(calls, limit, (it) => [it.id])
}
