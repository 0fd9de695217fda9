import type { Call, CallTurn } from '@myna/contracts/calls'
import type { Selectable } from 'kysely'
import type { CallTable, CallTurnTable } from '#store/tables.ts'

/** A call's row as its contract shows it. */
export function presentCall(row: Selectable<CallTable>, turnCount: number): Call {
  return {
    id: row.id,
    agentId: row.agent_id,
    agentName: row.agent_name,
    conversationId: row.conversation_id,
    version: row.version,
    channel: row.channel,
    direction: row.direction,
    from: row.from_number,
    to: row.to_number,
    status: row.status,
    answeredBy: row.answered_by,
    endedBy: row.ended_by,
    startedBy: row.started_by,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    durationMs: row.ended_at ? lengthOf(row, row.ended_at) : null,
    turnCount,
    hasRecording: row.recording !== null,
    recordingConsent: row.recording_consent,
  }
}

/** How long a call that is over lasted, in milliseconds: as it was measured, or else by the clock on the wall. */
export function lengthOf({ lasted_ms: lastedMs, started_at: startedAt }: Selectable<CallTable>, endedAt: Date): number {
  return lastedMs ?? Math.max(0, endedAt.getTime() - startedAt.getTime())
}

/** A turn's row as its contract shows it. */
export function presentTurn(row: Selectable<CallTurnTable>): CallTurn {
  const { id, speaker, text, language, sources, refused, interrupted, move, latency } = row
  return { id, speaker, text, language, sources, refused, interrupted, brainTurnId: row.brain_turn_id, move, atMs: row.at_ms, latency }
}
