import type { News } from '@myna/contracts/workspace-news'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** How many changes of a tenant are remembered. */
export const newsKept = 1_000

/** Questions about what changed in a tenant, in order. */
export function createNewsQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Where the news stands; 0 before there was any. */
    async head(): Promise<number> {
      const row = await tx.selectFrom('news_heads').select('position').where('id', '=', tenantId).executeTakeFirst()
      return Number(row?.position ?? 0)
    },
    async append({ kind, id }: News): Promise<void> {
      const { position } = await tx
        .insertInto('news_heads')
        .values({ tenant_id: tenantId, id: tenantId, position: 1 })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet({ position: sql`news_heads.position + 1` }))
        .returning('position')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('news')
        .values({ tenant_id: tenantId, position: Number(position), kind, subject_id: id })
        .execute()
      await tx
        .deleteFrom('news')
        .where('position', '<=', Number(position) - newsKept)
        .execute()
    },
    async after(position: number): Promise<(News & { position: number })[]> {
      const rows = await tx.selectFrom('news').select(['position', 'kind', 'subject_id']).where('position', '>', position).orderBy('position').execute()
      return rows.map((it) => ({ position: Number(it.position), kind: it.kind, id: it.subject_id }))
    },
  }
}
