import type { AccessInput } from '@myna/contracts/gateway-access'
import type { KeySettings, OwnLimits } from '@myna/contracts/gateway-limits'
import { Fault } from '@myna/kernel'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** Something that is set, with how often it was; revision 0 when it never was. */
export type Revised<T> = { value: T; revision: number; updatedAt: Date | null }

export const noRules: AccessInput = { allow: [], deny: [], origins: [] }

/** What an organisation has set for itself. */
export function createRulesQueries(tx: Transaction<Tables>, tenantId: string) {
  const at = { tenant_id: tenantId, id: tenantId }
  return {
    async readLimits(): Promise<Revised<OwnLimits>> {
      const row = await tx.selectFrom('own_limits').selectAll().where('id', '=', tenantId).executeTakeFirst()
      return { value: row?.limits ?? {}, revision: row?.revision ?? 0, updatedAt: row?.updated_at ?? null }
    },
    async writeLimits(limits: OwnLimits, revision: number, now: Date): Promise<void> {
      const values = { limits: JSON.stringify(limits), revision, updated_at: now }
      await tx
        .insertInto('own_limits')
        .values({ ...at, ...values })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet(values))
        .execute()
    },
    async readAccess(): Promise<Revised<AccessInput>> {
      const row = await tx.selectFrom('access_rules').selectAll().where('id', '=', tenantId).executeTakeFirst()
      return { value: row?.rules ?? noRules, revision: row?.revision ?? 0, updatedAt: row?.updated_at ?? null }
    },
    async writeAccess(rules: AccessInput, revision: number, now: Date): Promise<void> {
      const values = { rules: JSON.stringify(rules), revision, updated_at: now }
      await tx
        .insertInto('access_rules')
        .values({ ...at, ...values })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet(values))
        .execute()
      await tx.deleteFrom('allowed_origins').where('of_tenant', '=', tenantId).execute()
      if (rules.origins.length > 0)
        await tx
          .insertInto('allowed_origins')
          .values(rules.origins.map((origin) => ({ origin, of_tenant: tenantId })))
          .execute()
    },
    /** One who changes rules waits for the other, so that a revision is worth something. */
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`gateway:${tenantId}`}, 0))`.execute(tx)
    },
    async listKeys(after: string | undefined, limit: number): Promise<KeySettings[]> {
      let query = tx.selectFrom('key_settings').selectAll().orderBy('id').limit(limit)
      if (after) query = query.where('id', '>', after)
      return (await query.execute()).map(({ id, per_minute, version }) => ({ keyId: id, perMinute: per_minute, version }))
    },
    async countKeys(): Promise<number> {
      const { count } = await tx
        .selectFrom('key_settings')
        .select((it) => it.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async writeKey({ keyId, perMinute, version }: KeySettings): Promise<void> {
      if (perMinute === null && version === null) {
        await tx.deleteFrom('key_settings').where('id', '=', keyId).execute()
        return
      }
      const values = { per_minute: perMinute, version }
      await tx
        .insertInto('key_settings')
        .values({ tenant_id: tenantId, id: keyId, ...values })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet(values))
        .execute()
    },
    /** Requests of a month, `2026-11`, as far as they are written. */
    async readMonth(month: string): Promise<number> {
      return Number((await tx.selectFrom('months').select('requests').where('month', '=', month).executeTakeFirst())?.requests ?? 0)
    },
  }
}

/** Throws `gateway.changed_meanwhile` when somebody else set what this one had not seen. */
export function checkRevision(asked: number | undefined, stored: number): void {
  if (asked !== undefined && asked !== stored) throw new Fault('gateway.changed_meanwhile', { asked, stored })
}
