import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { presentProvider } from '#store/present.ts'
import { readPositionCursor } from '#store/position-cursor.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Lists language models in the order they are asked. */
export const listProviders: Handle<'listProviders'> = async ({ limit, cursor }, context) => {
  const { caller, clock, db, tenantId } = context
  const after = readPositionCursor(cursor)
  const desk = deskOf(context)
  await desk.flush()
  const rows = await db.inTenant(caller, (tx) => createProviderQueries(tx, tenantId).listAfter(after, limit + 1))
  const spent = await desk.spentOf(tenantId)
  const { items, next } = page(rows, limit, (it) => [it.position, it.id])
  return { items: items.map((row) => presentProvider(row, spent.get(row.id) ?? 0, clock.now())), ...(next === undefined ? {} : { next }) }
}
