import type { Transaction } from 'kysely'
import type { PageRow } from '#store/present.ts'
import type { PageTable, Tables } from '#store/tables.ts'

/** What the next reading of a page must know of the last. */
export type KnownPage = Pick<PageRow, 'id' | 'url' | 'url_key' | 'outcome' | 'etag' | 'last_modified' | 'text_hash' | 'fetched_at'> & { has_html: boolean }

const withoutHtml = [
  'tenant_id',
  'id',
  'source_id',
  'url',
  'url_key',
  'title',
  'language',
  'outcome',
  'reason',
  'bytes',
  'etag',
  'last_modified',
  'text_hash',
  'fetched_at',
] as const

/** Questions about the pages of a source. */
export function createPageQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    listAfter(sourceId: string, after: string | undefined, limit: number): Promise<Omit<PageRow, 'html'>[]> {
      let query = tx.selectFrom('pages').select(withoutHtml).where('source_id', '=', sourceId).orderBy('id').limit(limit)
      if (after) query = query.where('id', '>', after)
      return query.execute()
    },
    listKnown(sourceId: string): Promise<KnownPage[]> {
      return tx
        .selectFrom('pages')
        .select((it) => [
          'id',
          'url',
          'url_key',
          'outcome',
          'etag',
          'last_modified',
          'text_hash',
          'fetched_at',
          it('html', 'is not', null).$castTo<boolean>().as('has_html'),
        ])
        .where('source_id', '=', sourceId)
        .orderBy('id')
        .execute()
    },
    async readHtml(sourceId: string, urlKey: string): Promise<Uint8Array | undefined> {
      const row = await tx.selectFrom('pages').select('html').where('source_id', '=', sourceId).where('url_key', '=', urlKey).executeTakeFirst()
      return row?.html ?? undefined
    },
    /** Ids of the pages that hold text, in the order they were found. */
    listReadable(sourceId: string): Promise<{ id: string; url: string }[]> {
      return tx.selectFrom('pages').select(['id', 'url']).where('source_id', '=', sourceId).where('html', 'is not', null).orderBy('id').execute()
    },
    readMany(ids: readonly string[]): Promise<{ id: string; url: string; html: Uint8Array | null }[]> {
      return tx.selectFrom('pages').select(['id', 'url', 'html']).where('id', 'in', ids).orderBy('id').execute()
    },
    /** Takes the text of all but these pages away; what was found on them becomes stale with the next extraction. */
    async keepOnly(sourceId: string, urlKeys: readonly string[]): Promise<void> {
      await tx
        .updateTable('pages')
        .set({ html: null, outcome: 'skipped', reason: 'The file no longer has it.' })
        .where('source_id', '=', sourceId)
        .where('url_key', 'not in', urlKeys)
        .execute()
    },
    /** Writes a page as just read over what was known of it; with `keepText` its text and what vouches for it stay. */
    async put(page: Omit<PageTable, 'tenant_id'>, keepText: boolean): Promise<void> {
      const { id: _, source_id: __, url_key: ___, ...all } = page
      const changes = keepText ? { outcome: page.outcome, reason: page.reason, fetched_at: page.fetched_at } : all
      await tx
        .insertInto('pages')
        .values({ tenant_id: tenantId, ...page })
        .onConflict((it) => it.columns(['tenant_id', 'source_id', 'url_key']).doUpdateSet(changes))
        .execute()
    },
  }
}
