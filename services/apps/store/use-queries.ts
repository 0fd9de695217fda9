import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import type { Tables, UseTable } from '#store/tables.ts'

/** Questions about how the applications of one tenant were used. */
export function createUseQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Adds to what is counted already; nothing when the application or version is gone meanwhile. */
    async add(it: Omit<Insertable<UseTable>, 'tenant_id' | 'version_name'>): Promise<void> {
      const { app_id, version_id, hour, requests, errors, latencies } = it
      await sql`
        insert into uses (tenant_id, app_id, version_id, hour, version_name, requests, errors, latencies)
        select ${tenantId}::uuid, v.app_id, v.id, ${hour}, v.name, ${requests}::int, ${errors}::int, ${latencies}::int[]
        from versions v where v.app_id = ${app_id} and v.id = ${version_id}
        on conflict (tenant_id, app_id, version_id, hour) do update set
          requests = uses.requests + excluded.requests,
          errors = uses.errors + excluded.errors,
          latencies = (select array_agg(a.n + b.n order by a.at) from unnest(uses.latencies) with ordinality a(n, at)
            join unnest(excluded.latencies) with ordinality b(n, at) using (at))`.execute(tx)
    },
    /** By hour, then by version. */
    list: (appId: string, from: Date, to: Date): Promise<Selectable<UseTable>[]> =>
      tx
        .selectFrom('uses')
        .selectAll()
        .where('app_id', '=', appId)
        .where('hour', '>=', from)
        .where('hour', '<', to)
        .orderBy('hour')
        .orderBy('version_id')
        .limit(5_000)
        .execute(),
  }
}
