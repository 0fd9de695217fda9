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
export type Tables = { entries: EntryTable; heads: HeadTable }
