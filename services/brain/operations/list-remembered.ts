import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { readMemory } from '#memory/remembered.ts'
import { createCallerQueries } from '#store/caller-queries.ts'

const mostScanned = 2000

/** Lists remembered callers, newest first. What is remembered is sealed, so a search opens and reads it one by one. */
export const listRemembered: Handle<'listRemembered'> = async ({ limit, cursor, q }, { caller, db, tenantId, vault }) => {
  const wanted = q?.trim().toLowerCase() ?? ''
  const before = cursor === undefined ? undefined : readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createCallerQueries(tx, tenantId).list(before, wanted === '' ? limit + 1 : mostScanned))
  const callers = rows.map((row) => {
    const memory = row.sealed_memory === null ? null : readMemory(vault.open(tenantId, row.sealed_memory))
    return {
      id: row.id,
      identity: { kind: row.kind, id: String(JSON.parse(vault.open(tenantId, row.sealed_id))) || '–' },
      consent: row.consent,
      name: memory?.name ?? null,
      language: row.language,
      facts: memory?.facts ?? {},
      summary: memory?.summary ?? '',
      conversationCount: row.conversation_count,
      lastSeenAt: row.last_seen_at.toISOString(),
    }
  })
  const matching =
    wanted === '' ? callers : callers.filter((it) => JSON.stringify([it.identity.id, it.name, it.facts, it.summary]).toLowerCase().includes(wanted))
  const { items, next } = page(matching, limit, (it) => [it.id])
  return { items, ...(next === undefined ? {} : { next }) }
}
