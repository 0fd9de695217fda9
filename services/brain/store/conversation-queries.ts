import { Fault } from '@myna/kernel'
import type { Insertable, Transaction, Updateable } from 'kysely'
import type { DialogueState } from '#dialogue/state.ts'
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
    /** Keeps where the dialogue stands. */
    async setDialogue(id: string, dialogue: DialogueState): Promise<void> {
      await tx
        .updateTable('conversations')
        .set({ dialogue: JSON.stringify(dialogue) })
        .where('id', '=', id)
        .execute()
    },
    /** Changes what a conversation is about or who leads it. Throws `brain.conversation_not_found`. */
    async update(id: string, change: Updateable<ConversationTable>): Promise<ConversationRow> {
      const row = await tx.updateTable('conversations').set(change).where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('brain.conversation_not_found', { conversationId: id })
      return row
    },
    /** Deletes a conversation with its turns. Throws `brain.conversation_not_found`. */
    async delete(id: string): Promise<void> {
      const gone = await tx.deleteFrom('conversations').where('id', '=', id).returning('id').executeTakeFirst()
      if (!gone) throw new Fault('brain.conversation_not_found', { conversationId: id })
    },
    /** A turn of the agent with the turn of the caller before it. Throws `brain.turn_not_found`. */
    async exchange(conversationId: string, turnId: string): Promise<{ asked: TurnRow; said: TurnRow }> {
      const said = await tx
        .selectFrom('turns')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('id', '=', turnId)
        .where('speaker', '=', 'agent')
        .executeTakeFirst()
      const asked =
        said &&
        (await tx
          .selectFrom('turns')
          .selectAll()
          .where('conversation_id', '=', conversationId)
          .where('sequence', '<', said.sequence)
          .where('speaker', '=', 'caller')
          .orderBy('sequence', 'desc')
          .executeTakeFirst())
      if (!said || !asked) throw new Fault('brain.turn_not_found', { conversationId, turnId })
      return { asked, said }
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
