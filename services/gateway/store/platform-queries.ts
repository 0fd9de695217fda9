import type { TenantAllowance } from '@myna/contracts/gateway-limits'
import { sql, type Transaction } from 'kysely'
import type { Revised } from '#store/rules-queries.ts'
import type { PlatformDocuments, Tables } from '#store/tables.ts'

const first: PlatformDocuments = { limits: {}, access: { deny: [] } }

/** What the operator has set for the platform. */
export function createPlatformQueries(tx: Transaction<Tables>) {
  return {
    async read<N extends keyof PlatformDocuments>(name: N): Promise<Revised<PlatformDocuments[N]>> {
      const row = await tx.selectFrom('platform_settings').selectAll().where('name', '=', name).executeTakeFirst()
      return { value: (row?.settings as PlatformDocuments[N] | undefined) ?? first[name], revision: row?.revision ?? 0, updatedAt: row?.updated_at ?? null }
    },
    async write<N extends keyof PlatformDocuments>(name: N, document: PlatformDocuments[N], revision: number, now: Date): Promise<void> {
      const values = { settings: JSON.stringify(document), revision, updated_at: now }
      await tx
        .insertInto('platform_settings')
        .values({ name, ...values })
        .onConflict((it) => it.column('name').doUpdateSet(values))
        .execute()
    },
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('gateway platform'))`.execute(tx)
    },
    async readAllowance(tenantId: string): Promise<TenantAllowance['limits']> {
      return (await tx.selectFrom('allowances').select('limits').where('of_tenant', '=', tenantId).executeTakeFirst())?.limits ?? {}
    },
    async writeAllowance({ tenantId, limits }: TenantAllowance): Promise<void> {
      if (Object.keys(limits).length === 0) {
        await tx.deleteFrom('allowances').where('of_tenant', '=', tenantId).execute()
        return
      }
      const values = { limits: JSON.stringify(limits) }
      await tx
        .insertInto('allowances')
        .values({ of_tenant: tenantId, ...values })
        .onConflict((it) => it.column('of_tenant').doUpdateSet(values))
        .execute()
    },
    async listAllowances(after: string | undefined, limit: number): Promise<TenantAllowance[]> {
      let query = tx.selectFrom('allowances').selectAll().orderBy('of_tenant').limit(limit)
      if (after) query = query.where('of_tenant', '>', after)
      return (await query.execute()).map((it) => ({ tenantId: it.of_tenant, limits: it.limits }))
    },
    async listOrigins(): Promise<string[]> {
      return (await tx.selectFrom('allowed_origins').select('origin').distinct().execute()).map((it) => it.origin)
    },
  }
}
