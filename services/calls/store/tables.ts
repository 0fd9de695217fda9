import type { Call, CallTurn } from '@myna/contracts/calls'
import type { CallReport } from '@myna/contracts/calls-report'
import type { CallSettings } from '@myna/contracts/calls-settings'
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
  direction: Call['direction']
  from_number: string | null
  to_number: string | null
  draft: boolean
  greeting: string | null
  carrier_id: string | null
  carrier_call: string | null
  answered_by: Call['answeredBy']
  ended_by: Call['endedBy']
  recording_consent: Call['recordingConsent']
  recording_bytes: number | null
  waveform: Json<{ bucketMs: number; caller: number[]; agent: number[] }> | null
  report: Json<CallReport> | null
  transfer_to: string | null
  transfer_brief: boolean
  /** How long it has lasted, as it was measured; null where nobody could. */
  lasted_ms: number | null
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
  media_token: string | null
  /** How long the call had lasted then, as its process measured. */
  lasted_ms: number | null
  wish: Json<Wish> | null
}
/** What somebody wants of a call, for whoever holds it. */
export type Wish = { do: 'hang-up' } | { do: 'transfer' } | { do: 'press'; keys: string } | { do: 'machine' }
export type CarrierTable = {
  tenant_id: string
  id: string
  kind: 'twilio'
  name: string
  account: string
  /** Sealed. */
  secret: string
  region: string | null
  is_subaccount: boolean
  last_error: string | null
  created_at: Date
}
export type NumberTable = {
  tenant_id: string
  id: string
  carrier_id: string
  carrier_number: string
  number: string
  country: string
  label: string
  agent_id: string | null
  can_sms: boolean
  routed: boolean
  added_at: Date
  /** The building of an agent that the number was given to, until a person decides who answers it. */
  creation_id: string | null
}
export type CallSettingsTable = { tenant_id: string; id: string; settings: Json<CallSettings> }
export type DoorTable = { carrier_id: string; tenant_id: string }
export type KeptCallTable = { call_id: string; tenant_id: string; ended_at: Date }
export type Tables = {
  calls: CallTable
  call_turns: CallTurnTable
  ledger: LedgerTable
  open_calls: OpenCallTable
  carriers: CarrierTable
  numbers: NumberTable
  call_settings: CallSettingsTable
  doors: DoorTable
  kept_calls: KeptCallTable
}
