import type { Call, CallTurn } from '@myna/contracts/calls'
import { Fault, newId } from '@myna/kernel'
import type { Insertable, Selectable, Transaction, Updateable } from 'kysely'
import type { CallTable, CallTurnTable, Tables } from '#store/tables.ts'

type Row = Selectable<CallTable>

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
    /** Newest first, those before the given id. */
    list(filter: { agentId?: string | undefined; status?: Call['status'] | undefined }, before: string | undefined, limit: number): Promise<Row[]> {
      let query = tx.selectFrom('calls').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      if (filter.agentId) query = query.where('agent_id', '=', filter.agentId)
      if (filter.status) query = query.where('status', '=', filter.status)
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
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('calls').where('id', '=', id).execute()
    },
    listTurns: (callId: string): Promise<Selectable<CallTurnTable>[]> =>
      tx.selectFrom('call_turns').selectAll().where('call_id', '=', callId).orderBy('at_ms').orderBy('id').execute(),
    async saveTurn(callId: string, turn: CallTurn): Promise<void> {
      const { id, speaker, text, language, sources, refused, interrupted, brainTurnId, move, atMs, latency } = turn
      const content = {
        text,
        language,
        sources: JSON.stringify(sources),
        refused,
        interrupted,
        latency: latency && JSON.stringify(latency),
        brain_turn_id: brainTurnId,
        move: move && JSON.stringify(move),
      }
      await tx
        .insertInto('call_turns')
        .values({ tenant_id: tenantId, id, call_id: callId, speaker, at_ms: atMs, ...content })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet(content))
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
