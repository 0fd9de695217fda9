import type { AuditEntry, Signal } from '@myna/contracts/audit'
import type { Selectable } from 'kysely'
import type { ChainedEntry } from '#domain/chain.ts'
import type { SignalRow } from '#store/signal-queries.ts'
import type { EntryTable } from '#store/tables.ts'

/** A row as its contract shows it. */
export function presentEntry(row: Selectable<EntryTable>): AuditEntry {
  const { previousHash: _, signature: __, ...entry } = chainedEntry(row)
  return entry
}

/** A row as the chain sees it. */
export function chainedEntry(row: Selectable<EntryTable>): ChainedEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    subject: row.subject,
    ip: row.ip,
    traceId: row.trace_id,
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
    signature: row.signature,
  }
}

/** A signal as its contract shows it. */
export function presentSignal(row: SignalRow): Signal {
  return {
    id: row.id,
    kind: row.kind as Signal['kind'],
    severity: row.severity as Signal['severity'],
    subject: row.subject,
    subjectName: row.subject_name,
    evidence: row.evidence,
    count: row.count,
    state: row.state as Signal['state'],
    note: row.note,
    handledBy: row.handled_by,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    handledAt: row.handled_at?.toISOString() ?? null,
  }
}
