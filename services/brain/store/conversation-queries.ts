import { Fault } from '@myna/kernel'
import type { Insertable, Transaction } from 'kysely'
import type { ConversationRow, TurnRow } from '#store/present.ts'
import type { ConversationTable, Tables, TurnTable } from '#store/tables.ts'

/** A turn to keep; its place in the conversation is given by the store. */
export type NewTurn = Omit<Insertable<TurnTable>, 'tenant_id' | 'conversation_id' | 'sequence'>

/** Questions about conversations and their turns. */
export function createConversationQueries(tx: Transaction<Tables>, tenantId: string) {
  const queries = {
    insert: (it: Omit<Insertable<ConversationTable>, 'tenant_id'>): Promise<ConversationRow> =>
      tx
        .insertInto('conversations')
        .values({ tenant_id: tenantId, ...it })
        .returningAll()
        .executeTakeFirstOrThrow(),
    /** Throws `brain.conversation_not_found`. */
    async get(id: string): Promise<ConversationRow> {
      const row = await tx.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('brain.conversation_not_found', { conversationId: id })
      return row
    },
    /** Keeps a turn at the end of its conversation. Throws `brain.conversation_not_found`. */
    async addTurn(conversationId: string, turn: NewTurn): Promise<TurnRow> {
      const counted = await tx
        .updateTable('conversations')
        .set((it) => ({ turn_count: it('turn_count', '+', 1) }))
        .where('id', '=', conversationId)
        .returning('turn_count')
        .executeTakeFirst()
      if (!counted) throw new Fault('brain.conversation_not_found', { conversationId })
      return tx
        .insertInto('turns')
        .values({ tenant_id: tenantId, conversation_id: conversationId, sequence: counted.turn_count, ...turn })
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    /** The last turns, the newest first. */
    lastTurns: (conversationId: string, count: number): Promise<TurnRow[]> =>
      tx.selectFrom('turns').selectAll().where('conversation_id', '=', conversationId).orderBy('sequence', 'desc').limit(count).execute(),
    listAfter(conversationId: string, after: number, limit: number): Promise<TurnRow[]> {
      return tx
        .selectFrom('turns')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute()
    },
    /** Keeps of an agent's turn only what was heard. Throws `brain.conversation_not_found` when there is no such turn. */
    async cutTurn(conversationId: string, turnId: string, heard: string): Promise<TurnRow> {
      const row = await tx
        .updateTable('turns')
        .set({ text: heard, interrupted: true })
        .where('conversation_id', '=', conversationId)
        .where('id', '=', turnId)
        .where('speaker', '=', 'agent')
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new Fault('brain.conversation_not_found', { conversationId, turnId })
      return row
    },
  }
  return queries
}
