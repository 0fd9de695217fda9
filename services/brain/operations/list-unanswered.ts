import { Fault, page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'
import { presentUnanswered } from '#training/present-training.ts'

/** Lists questions nobody could answer, most asked first. */
export const listUnanswered: Handle<'listUnanswered'> = async ({ limit, cursor, agentId, baseId, state }, { caller, db, tenantId }) => {
  const after = cursor === undefined ? undefined : placeOf(cursor)
  const rows = await db.inTenant(caller, (tx) => createUnansweredQueries(tx, tenantId).list({ agentId, baseId, state }, after, limit + 1))
  const { items, next } = page(rows, limit, (row) => [row.count, row.id])
  return { items: items.map(presentUnanswered), ...(next === undefined ? {} : { next }) }
}

function placeOf(cursor: string): { count: number; id: string } {
  const [count, id] = readCursor(cursor)
  if (typeof count !== 'number' || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id))
    throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
  return { count, id }
}
