import type { Call, CallTurn } from '@myna/contracts/calls'
import type { ColumnType } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export type CallTable = {
  tenant_id: string
  id: string
  agent_id: string
  agent_name: string
  version: number | null
  conversation_id: string
  channel: Call['channel']
  status: Call['status']
  started_by: string
  started_at: Date
  ended_at: Date | null
  /** Name of the blob. */
  recording: string | null
}
export type CallTurnTable = {
  tenant_id: string
  id: string
  call_id: string
  brain_turn_id: string | null
  speaker: CallTurn['speaker']
  text: string
  language: CallTurn['language']
  sources: Json<CallTurn['sources']>
  refused: boolean
  interrupted: boolean
  move: Json<CallTurn['move']> | null
  at_ms: number
  latency: Json<CallTurn['latency']> | null
}
export type LedgerTable = { tenant_id: string; id: string; call_id: string; at: Date; event: string; detail: Json<Record<string, unknown>> }
export type OpenCallTable = {
  id: string
  tenant_id: string
  subject: string
  /** When its process last said that it lives, or its connection broke. */
  beat_at: Date
  /** The connection that holds the call; null while it waits for one to come back. */
  connection_id: string | null
}
export type Tables = { calls: CallTable; call_turns: CallTurnTable; ledger: LedgerTable; open_calls: OpenCallTable }
