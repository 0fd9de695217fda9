import { Fault, page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentTurn } from '#store/present.ts'

/** Lists the turns of a conversation, oldest first. */
export const listTurns: Handle<'listTurns'> = async ({ conversationId, limit, cursor }, { caller, db, tenantId }) => {
  const [after = 0] = cursor === undefined ? [] : readCursor(cursor)
  if (typeof after !== 'number') throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
  const rows = await db.inTenant(caller, async (tx) => {
    const queries = createConversationQueries(tx, tenantId)
    await queries.get(conversationId)
    return queries.listAfter(conversationId, after, limit + 1)
  })
  const { items, next } = page(rows, limit, (row) => [row.sequence])
  return { items: items.map(presentTurn), ...(next === undefined ? {} : { next }) }
}
