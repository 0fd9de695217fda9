import { type Selectable, sql, type Transaction } from 'kysely'
import type { ItemRow } from '#store/present.ts'
import type { RemovedItemTable, Tables } from '#store/tables.ts'

type RemovedRow = Selectable<RemovedItemTable>

/** Questions about items deleted lately, which nothing else sees. */
export function createRemovedQueries(tx: Transaction<Tables>) {
  return {
    /** Undefined when it was not deleted, or so long ago that it is gone for good. */
    get(id: string, since: Date): Promise<RemovedRow | undefined> {
      return tx.selectFrom('removed_items').selectAll().where('id', '=', id).where('removed_at', '>', since).executeTakeFirst()
    },
    async put(item: ItemRow, removed: { removed_at: Date; settled_in: string[] }): Promise<void> {
      await tx
        .insertInto('removed_items')
        .values({ ...item, ...removed })
        .execute()
    },
    /** Puts an item back among the others. */
    async putBack({ removed_at: _, settled_in: __, ...item }: RemovedRow): Promise<ItemRow> {
      await tx.deleteFrom('removed_items').where('id', '=', item.id).execute()
      return tx.insertInto('items').values(item).returningAll().executeTakeFirstOrThrow()
    },
    /** What was found again in place of a deleted item and nobody has touched; of several the one under the same title. */
    async foundAgain({ source_id, fingerprint, removed_at, title }: RemovedRow): Promise<string | undefined> {
      if (source_id === null || fingerprint === null) return undefined
      const rows = await tx
        .selectFrom('items')
        .select(['id', 'title'])
        .where('source_id', '=', source_id)
        .where('fingerprint', '=', fingerprint)
        .where('state', '=', 'found')
        .where('created_at', '>=', removed_at)
        .orderBy('id')
        .execute()
      return (rows.find((it) => it.title === title) ?? rows[0])?.id
    },
    async isAny(sourceId: string): Promise<boolean> {
      return (await tx.selectFrom('removed_items').select('id').where('source_id', '=', sourceId).limit(1).executeTakeFirst()) !== undefined
    },
    /** Notes which deleted items of a source its pages still say, so that one restored is not said when they do not. */
    async noteSaid(sourceId: string, fingerprints: readonly string[]): Promise<void> {
      await tx
        .updateTable('removed_items')
        .set({ stale: sql<boolean>`not (fingerprint = any(${fingerprints}::text[]))` })
        .where('source_id', '=', sourceId)
        .where('fingerprint', 'is not', null)
        .execute()
    },
    /** Forgets for good what was deleted then or before; answers how many. */
    async forget(baseId: string, before: Date): Promise<number> {
      const { numDeletedRows } = await tx.deleteFrom('removed_items').where('base_id', '=', baseId).where('removed_at', '<=', before).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
