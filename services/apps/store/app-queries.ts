import type { AppHealth } from '@myna/contracts/apps-shapes'
import { Fault } from '@myna/kernel'
import { type Insertable, sql, type Transaction, type Updateable } from 'kysely'
import type { AppRow, VersionRow } from '#store/present.ts'
import type { AppTable, Tables } from '#store/tables.ts'

/** Questions about the applications of one tenant. */
export function createAppQueries(tx: Transaction<Tables>, tenantId: string) {
  const queries = {
    /** Throws `apps.not_found`. The row is locked when the caller is going to change it. */
    async find(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<AppRow> {
      const query = tx.selectFrom('apps').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('apps.not_found', { appId: id })
      return row
    },
    /** Throws `apps.not_found`. */
    async findBySlug(slug: string): Promise<AppRow> {
      const row = await tx.selectFrom('apps').selectAll().where('slug', '=', slug).executeTakeFirst()
      if (!row) throw new Fault('apps.not_found', { slug })
      return row
    },
    /** By name, those after the given name and id. */
    list(
      filter: { q?: string | undefined; health?: AppHealth | undefined; enabled?: boolean },
      after: { name: string; id: string } | undefined,
      limit: number,
    ): Promise<AppRow[]> {
      let query = tx.selectFrom('apps').selectAll().orderBy(sql`name collate "C"`).orderBy('id').limit(limit)
      if (after) query = query.where(sql<boolean>`(name collate "C", id) > (${after.name}, ${after.id}::uuid)`)
      if (filter.enabled !== undefined) query = query.where('enabled', '=', filter.enabled)
      if (filter.health) {
        const { health } = filter
        query = query.where((it) => it('active_version_id', 'in', it.selectFrom('versions').select('id').where('health', '=', health)))
      }
      if (filter.q) {
        const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
        query = query.where((it) => it.or([it('name', 'ilike', like), it('slug', 'ilike', like), it('purpose', 'ilike', like)]))
      }
      return query.execute()
    },
    /** Undefined when the slug is taken. */
    insert: (it: Omit<Insertable<AppTable>, 'tenant_id'>): Promise<AppRow | undefined> =>
      tx
        .insertInto('apps')
        .values({ tenant_id: tenantId, ...it })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'slug']).doNothing())
        .returningAll()
        .executeTakeFirst(),
    update: (id: string, change: Updateable<AppTable>): Promise<AppRow> =>
      tx.updateTable('apps').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('apps').where('id', '=', id).execute()
    },
    /** The versions these applications name. */
    async namedVersions(rows: readonly AppRow[]): Promise<VersionRow[]> {
      const ids = rows.flatMap((it) => [it.active_version_id, it.previous_version_id, it.trial_version_id]).filter((it) => it !== null)
      return ids.length === 0 ? [] : tx.selectFrom('versions').selectAll().where('id', 'in', ids).execute()
    },
    /** Asks an application's versions from `at` on how they are, or not at all when there is no interval. */
    async schedule(appId: string, intervalSeconds: number | undefined, at: Date): Promise<void> {
      if (intervalSeconds === undefined) return void (await tx.deleteFrom('probes_due').where('app_id', '=', appId).execute())
      await tx
        .insertInto('probes_due')
        .values({ app_id: appId, tenant_id: tenantId, interval_seconds: intervalSeconds, due_at: at })
        .onConflict((conflict) => conflict.column('app_id').doUpdateSet({ interval_seconds: intervalSeconds, due_at: at }))
        .execute()
    },
  }
  return queries
}
