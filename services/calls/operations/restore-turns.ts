import type { CallTurn } from '@myna/contracts/calls'
import { languageOf } from '@myna/understanding'
import { type Selectable, sql } from 'kysely'
import { createCallQueries } from '#store/call-queries.ts'
import type { CallTable } from '#store/tables.ts'

/**
 * Makes turns of words of the agent that stand in the ledger and in no turn: the process that spoke them died before the answer was whole. They may have been
 * heard, so the transcript has them.
 */
export async function restoreTurns(
  tx: Parameters<typeof createCallQueries>[0],
  { id, tenant_id: tenantId, started_at: startedAt }: Selectable<CallTable>,
): Promise<void> {
  const { rows } = await sql<{ turn_id: string; text: string; at: Date; at_ms: number | null }>`
    select detail ->> 'turnId' as turn_id, string_agg(detail ->> 'text', ' ' order by id) as text, min(at) as at,
      min((detail ->> 'atMs')::integer) as at_ms
    from ledger
    where call_id = ${id} and event = 'agent.words'
      and not exists (select 1 from call_turns turn where turn.call_id = ledger.call_id and turn.id = (ledger.detail ->> 'turnId')::uuid)
    group by detail ->> 'turnId'`.execute(tx)
  const queries = createCallQueries(tx, tenantId)
  for (const { turn_id: turnId, text, at, at_ms: atMs } of rows) {
    await queries.log(id, at, 'turn.restored', { turnId, speaker: 'agent', text })
    const turn: CallTurn = {
      id: turnId,
      speaker: 'agent',
      text,
      language: languageOf(text).language,
      sources: [],
      refused: false,
      interrupted: true,
      brainTurnId: null,
      move: null,
      // Lines of an earlier release do not tell.
      atMs: atMs ?? Math.max(0, at.getTime() - startedAt.getTime()),
      latency: null,
    }
    await queries.keep([], [{ callId: id, turn }])
  }
}
