import { Fault } from '@myna/kernel'
import type { Transaction } from 'kysely'
import type { SourceRow } from '#store/present.ts'
import type { SourceTable, Tables } from '#store/tables.ts'

/** Questions about the websites knowledge comes from, and about who is reading one. */
export function createSourceQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Adds a source; undefined when the base has this address already. */
    insertUnlessTaken(source: Pick<SourceTable, 'id' | 'base_id' | 'url' | 'url_key' | 'created_at'> & { kind?: 'document' }): Promise<SourceRow | undefined> {
      return tx
        .insertInto('sources')
        .values({ tenant_id: tenantId, status: 'new', ...source })
        .onConflict((it) => it.columns(['tenant_id', 'base_id', 'url_key']).doNothing())
        .returningAll()
        .executeTakeFirst()
    },
    /** Throws `knowledge.source_not_found`. */
    async get(id: string): Promise<SourceRow> {
      const row = await tx.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('knowledge.source_not_found', { sourceId: id })
      return row
    },
    /** Throws `knowledge.source_not_found`. */
    async getByKey(baseId: string, urlKey: string): Promise<SourceRow> {
      const row = await tx.selectFrom('sources').selectAll().where('base_id', '=', baseId).where('url_key', '=', urlKey).executeTakeFirst()
      if (!row) throw new Fault('knowledge.source_not_found', { baseId, urlKey })
      return row
    },
    /** Says how much of a document was not read. */
    async setLeftOut(id: string, leftOut: number): Promise<void> {
      await tx.updateTable('sources').set({ left_out: leftOut }).where('id', '=', id).execute()
    },
    listAfter(baseId: string, after: string | undefined, limit: number): Promise<SourceRow[]> {
      let query = tx.selectFrom('sources').selectAll().where('base_id', '=', baseId).orderBy('id').limit(limit)
      if (after) query = query.where('id', '>', after)
      return query.execute()
    },
    /** Becomes the one reader of a source until a moment; undefined while somebody else is. Keeps the start of a reading broken off after `resumeFrom`. */
    takeReading(it: { id: string; reader: string; now: Date; until: Date; resumeFrom: Date }): Promise<SourceRow | undefined> {
      return tx
        .updateTable('sources')
        .set((row) => ({
          status: 'reading',
          fault: null,
          reader: it.reader,
          reading_until: it.until,
          reading_since: row.case().when('reading_since', '>', it.resumeFrom).then(row.ref('reading_since')).else(it.now).end(),
        }))
        .where('id', '=', it.id)
        .where((row) => row.or([row('reading_until', 'is', null), row('reading_until', '<', it.now)]))
        .returningAll()
        .executeTakeFirst()
    },
    /** Stays the reader for longer; false when the reading was lost to another reader or the source is gone. */
    async holdReading(id: string, reader: string, until: Date): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('sources')
        .set({ reading_until: until })
        .where('id', '=', id)
        .where('reader', '=', reader)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    /** Stops being the reader and says how it went. */
    async endReading(id: string, reader: string, outcome: Partial<Pick<SourceTable, 'status' | 'fault' | 'read_at' | 'reading_since'>>): Promise<void> {
      const { count } = await tx
        .selectFrom('pages')
        .select((it) => it.fn.countAll<number>().as('count'))
        .where('source_id', '=', id)
        .where('html', 'is not', null)
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('sources')
        .set({ ...outcome, page_count: Number(count), reader: null, reading_until: null })
        .where('id', '=', id)
        .where('reader', '=', reader)
        .execute()
    },
    /** Deletes a source, its pages and what was found on them; what a person edited or approved loses its source and stays, or can still be restored. */
    async delete(id: string, revision: number): Promise<void> {
      for (const table of ['items', 'removed_items'] as const) {
        await tx.deleteFrom(table).where('source_id', '=', id).where('state', 'in', ['found', 'rejected']).execute()
        await tx.updateTable(table).set({ source_id: null, page_id: null, stale: true, revision }).where('source_id', '=', id).execute()
      }
      await tx.deleteFrom('sources').where('id', '=', id).execute()
    },
  }
}
