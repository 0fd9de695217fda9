import type { Category, Item } from '@myna/contracts/knowledge'
import type { Generated } from 'kysely'

export type BaseTable = {
  tenant_id: string
  id: string
  name: string
  revision: Generated<number>
  vectors_revision: Generated<number>
  created_at: Date
}

export type SourceTable = {
  tenant_id: string
  id: string
  base_id: string
  kind: Generated<'website' | 'document'>
  url: string
  url_key: string
  left_out: Generated<number>
  status: 'new' | 'reading' | 'read' | 'failed'
  fault: string | null
  page_count: Generated<number>
  read_at: Date | null
  created_at: Date
  reading_since: Date | null
  reader: string | null
  reading_until: Date | null
}

export type PageTable = {
  tenant_id: string
  id: string
  source_id: string
  url: string
  url_key: string
  title: string
  language: string
  outcome: 'read' | 'unchanged' | 'skipped' | 'failed'
  reason: string | null
  bytes: number
  etag: string | null
  last_modified: string | null
  text_hash: string | null
  html: Uint8Array | null
  fetched_at: Date
}

export type ItemTable = {
  tenant_id: string
  id: string
  base_id: string
  source_id: string | null
  page_id: string | null
  category: Category
  title: string
  text: string
  kind: Item['kind']
  label: string | null
  value: string | null
  language: string
  url: string | null
  quote: string | null
  confidence: number
  state: Item['state']
  stale: Generated<boolean>
  position: Generated<number>
  fingerprint: string | null
  revision: number
  created_at: Date
  updated_at: Date
}

export type RemovedItemTable = ItemTable & { removed_at: Date; settled_in: string[] }

export type EmbeddingTable = {
  tenant_id: string
  item_id: string
  base_id: string
  model: string
  text_hash: string
  item_revision: number
  vectors_revision: number
  vector: Uint8Array | null
}

export type ConflictTable = { tenant_id: string; id: string; base_id: string; label: string; topic: string; settled: Generated<boolean>; created_at: Date }
export type ConflictItemTable = { tenant_id: string; id: string; conflict_id: string; item_id: string }

export type Tables = {
  bases: BaseTable
  sources: SourceTable
  pages: PageTable
  items: ItemTable
  removed_items: RemovedItemTable
  embeddings: EmbeddingTable
  conflicts: ConflictTable
  conflict_items: ConflictItemTable
}
