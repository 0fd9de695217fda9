import type { Base, Conflict, Item, Page, Source, StoredItem } from '@myna/contracts/knowledge'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { BaseTable, ConflictTable, ItemTable, PageTable, SourceTable } from '#store/tables.ts'

export type ItemRow = Selectable<ItemTable>
export type PageRow = Selectable<PageTable>
export type SourceRow = Selectable<SourceTable>

/** A base with what is counted of it. */
export function presentBase(row: Selectable<BaseTable>, counts: Record<string, number>, conflictCount: number): z.input<typeof Base> {
  const itemCount = Object.values(counts).reduce((sum, it) => sum + it, 0)
  return { id: row.id, name: row.name, itemCount, counts, conflictCount, createdAt: row.created_at.toISOString() }
}

/** A source; a reading whose reader let go counts as broken off. */
export function presentSource(row: SourceRow, now: Date): z.input<typeof Source> {
  const brokenOff = row.status === 'reading' && (row.reading_until === null || row.reading_until < now)
  return {
    id: row.id,
    baseId: row.base_id,
    kind: row.kind,
    url: row.url,
    leftOut: row.left_out,
    status: brokenOff ? (row.page_count > 0 ? 'read' : 'new') : row.status,
    fault: row.fault,
    pageCount: row.page_count,
    readAt: row.read_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

/** A page without its HTML. */
export function presentPage(row: Omit<PageRow, 'html'>): z.input<typeof Page> {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    title: row.title,
    language: row.language,
    outcome: row.outcome,
    reason: row.reason,
    bytes: row.bytes,
    fetchedAt: row.fetched_at.toISOString(),
  }
}

/** A piece of knowledge as it is kept. */
export function presentStored(row: ItemRow): StoredItem {
  return { ...presentItem(row), revision: row.revision }
}

/** A piece of knowledge as it is found. */
export function presentItem(row: ItemRow): Item {
  return {
    id: row.id,
    baseId: row.base_id,
    category: row.category,
    title: row.title,
    text: row.text,
    kind: row.kind,
    label: row.label,
    value: row.value,
    language: row.language,
    url: row.url,
    quote: row.quote,
    confidence: row.confidence,
    state: row.state,
    stale: row.stale,
    updatedAt: row.updated_at.toISOString(),
  }
}

/** A conflict with the items that disagree. */
export function presentConflict(row: Selectable<ConflictTable>, items: readonly ItemRow[]): z.input<typeof Conflict> {
  return { id: row.id, baseId: row.base_id, label: row.label, items: items.map(presentStored), settled: row.settled }
}
