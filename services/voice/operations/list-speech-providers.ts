import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { readPositionCursor } from '#store/position-cursor.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Lists vendors of speech in the order they are tried. */
export const listSpeechProviders: Handle<'listSpeechProviders'> = async ({ limit, cursor }, context) => {
  const { caller, db, tenantId } = context
  const after = readPositionCursor(cursor)
  await deskOf(context).flush()
  const rows = await db.inTenant(caller, (tx) => createProviderQueries(tx, tenantId).listAfter(after, limit + 1))
  const { items, next } = page(rows, limit, (it) => [it.position, it.id])
  return { items: items.map(presentProvider), ...(next === undefined ? {} : { next }) }
}
