import { sql, type Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { isBuiltIn, isOfPlatform, scopesOfRole } from '#domain/roles.ts'
import { allScopes } from '#domain/scopes.ts'
import type { Tables } from '#store/tables.ts'

/** Custom roles of one tenant. */
export function createRoleQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Makes those who save roles of this organisation wait for each other, so that a revision is worth something. */
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.roles:${tenantId}`}, 0))`.execute(tx)
    },
    all: () => tx.selectFrom('roles').selectAll().where('tenant_id', '=', tenantId).orderBy('name').execute(),
    byName: (name: string) => tx.selectFrom('roles').selectAll().where('tenant_id', '=', tenantId).where('name', '=', name).executeTakeFirst(),
    save: (it: { id: string; name: string; scopes: string[]; revision: number; at: Date }) =>
      tx
        .insertInto('roles')
        .values({ tenant_id: tenantId, id: it.id, name: it.name, scopes: it.scopes, revision: it.revision, created_at: it.at })
        .onConflict((on) => on.columns(['tenant_id', 'name']).doUpdateSet({ scopes: it.scopes, revision: it.revision }))
        .execute(),
    remove: (name: string) => tx.deleteFrom('roles').where('tenant_id', '=', tenantId).where('name', '=', name).execute(),
  }
}

/** What a role of a tenant may do, built-in or custom; undefined when there is no such role. A scope that no longer exists is left out. */
export async function scopesIn(context: Context, tenantId: string, role: string): Promise<string[] | undefined> {
  if (isBuiltIn(role)) return scopesOfRole(role)
  const custom = await context.db.inTenant({ tenantId }, (tx) => createRoleQueries(tx, tenantId).byName(role))
  return custom?.scopes.filter((it) => allScopes.includes(it) && !isOfPlatform(it))
}
