import type { Call, CallTurn } from '@myna/contracts/calls'
import { Fault, newId } from '@myna/kernel'
import type { Insertable, Selectable, Transaction, Updateable } from 'kysely'
import type { CallTable, CallTurnTable, Tables } from '#store/tables.ts'

type Row = Selectable<CallTable>
export type CallFilter = { [K in 'agentId' | 'conversationId' | 'status' | 'channel' | 'direction']?: string | undefined }

/** A line of a call's ledger. */
export type LedgerEntry = { id: string; callId: string; at: Date; event: string; detail: Record<string, unknown> }

/** What may change of a turn that is kept already. */
const changing = ['text', 'language', 'sources', 'refused', 'interrupted', 'latency', 'brain_turn_id', 'move'] as const

/** Questions about the calls of one tenant. */
export function createCallQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `calls.not_found`. */
    async find(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<Row> {
      const query = tx.selectFrom('calls').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('calls.not_found', { id })
      return row
    },
    /** The same, or undefined. */
    look: (id: string): Promise<Row | undefined> => tx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst(),
    /** The call a carrier knows by this name. */
    findByCarrier: (carrierId: string, carrierCall: string): Promise<Row | undefined> =>
      tx.selectFrom('calls').selectAll().where('carrier_id', '=', carrierId).where('carrier_call', '=', carrierCall).executeTakeFirst(),
    /** Newest first, those before the given id. */
    list(filter: CallFilter, before: string | undefined, limit: number): Promise<Row[]> {
      let query = tx.selectFrom('calls').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      if (filter.agentId) query = query.where('agent_id', '=', filter.agentId)
      if (filter.conversationId) query = query.where('conversation_id', '=', filter.conversationId)
      if (filter.status) query = query.where('status', '=', filter.status as Call['status'])
      if (filter.channel) query = query.where('channel', '=', filter.channel as Call['channel'])
      if (filter.direction) query = query.where('direction', '=', filter.direction as Call['direction'])
      return query.execute()
    },
    /** How many turns each of these calls has. */
    async countTurns(ids: readonly string[]): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map()
      const rows = await tx
        .selectFrom('call_turns')
        .select((it) => ['call_id', it.fn.countAll().as('count')])
        .where('call_id', 'in', ids)
        .groupBy('call_id')
        .execute()
      return new Map(rows.map((it) => [it.call_id, Number(it.count)]))
    },
    insert: (it: Insertable<CallTable>): Promise<Row> => tx.insertInto('calls').values(it).returningAll().executeTakeFirstOrThrow(),
    update: (id: string, change: Updateable<CallTable>): Promise<Row> =>
      tx.updateTable('calls').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    /** The same where the call may be gone; whether it was there. */
    async change(id: string, change: Updateable<CallTable>): Promise<boolean> {
      return (await tx.updateTable('calls').set(change).where('id', '=', id).executeTakeFirst()).numUpdatedRows > 0n
    },
    /** Notes when what is kept of a call began to be old. */
    async remember(id: string, endedAt: Date): Promise<void> {
      await tx
        .insertInto('kept_calls')
        .values({ call_id: id, tenant_id: tenantId, ended_at: endedAt })
        .onConflict((it) => it.column('call_id').doUpdateSet({ ended_at: endedAt }))
        .execute()
    },
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('calls').where('id', '=', id).execute()
    },
    listTurns: (callId: string): Promise<Selectable<CallTurnTable>[]> =>
      tx.selectFrom('call_turns').selectAll().where('call_id', '=', callId).orderBy('at_ms').orderBy('id').execute(),
    /** Keeps lines of the ledger, and turns as they are known now; lines that are there already stay as they are. */
    async keep(entries: readonly LedgerEntry[], turns: readonly { callId: string; turn: CallTurn }[]): Promise<void> {
      const lines = entries.map(({ id, callId, at, event, detail }) => ({
        tenant_id: tenantId,
        id,
        call_id: callId,
        at,
        event,
        detail: JSON.stringify(detail),
      }))
      if (lines.length > 0)
        await tx
          .insertInto('ledger')
          .values(lines)
          .onConflict((it) => it.doNothing())
          .execute()
      if (turns.length === 0) return
      await tx
        .insertInto('call_turns')
        .values(turns.map(({ callId, turn }) => rowOfTurn(tenantId, callId, turn)))
        .onConflict((it) =>
          it.columns(['tenant_id', 'id']).doUpdateSet((row) => Object.fromEntries(changing.map((name) => [name, row.ref(`excluded.${name}`)]))),
        )
        .execute()
    },
    async log(callId: string, at: Date, event: string, detail: Record<string, unknown>): Promise<void> {
      await tx
        .insertInto('ledger')
        .values({ tenant_id: tenantId, id: newId(), call_id: callId, at, event, detail: JSON.stringify(detail) })
        .execute()
    },
  }
}

function rowOfTurn(tenantId: string, callId: string, turn: CallTurn): Insertable<CallTurnTable> {
  const { id, speaker, text, language, sources, refused, interrupted, brainTurnId, move, atMs, latency } = turn
  return {
    tenant_id: tenantId,
    id,
    call_id: callId,
    speaker,
    at_ms: atMs,
    text,
    language,
    sources: JSON.stringify(sources),
    refused,
    interrupted,
    latency: latency && JSON.stringify(latency),
    brain_turn_id: brainTurnId,
    move: move && JSON.stringify(move),
  }
}
