import type { ColumnType } from 'kysely'

type Json = ColumnType<Record<string, unknown>, string, string>

export type EntryTable = {
  tenant_id: string
  id: string
  sequence: number
  /** ISO text, not a timestamp: the hash covers it letter for letter. */
  at: string
  actor: string
  actor_name: string | null
  action: string
  subject: string
  ip: string | null
  trace_id: string
  detail: Json
  previous_hash: string
  hash: string
  signature: string
}
export type HeadTable = { tenant_id: string; id: string; sequence: number; hash: string; signature: string }
export type SignalTable = {
  tenant_id: string
  id: string
  kind: string
  severity: string
  subject: string
  subject_name: string | null
  evidence: Json
  count: number
  state: string
  note: string | null
  handled_by: string | null
  first_at: Date
  last_at: Date
  handled_at: Date | null
}
export type Tables = {
  entries: EntryTable
  heads: HeadTable
  signals: SignalTable
  signal_sources: { tenant_id: string; id: string; kind: string; signal_id: string; at: Date }
  removals: { tenant_id: string; id: string; actor: string; at: Date }
}
