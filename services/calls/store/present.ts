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
    durationMs: row.ended_at ? Math.max(0, row.ended_at.getTime() - row.started_at.getTime()) : null,
    turnCount,
    hasRecording: row.recording !== null,
    recordingConsent: row.recording_consent,
  }
}

/** A turn's row as its contract shows it. */
export function presentTurn(row: Selectable<CallTurnTable>): CallTurn {
  const { id, speaker, text, language, sources, refused, interrupted, move, latency } = row
  return { id, speaker, text, language, sources, refused, interrupted, brainTurnId: row.brain_turn_id, move, atMs: row.at_ms, latency }
}
