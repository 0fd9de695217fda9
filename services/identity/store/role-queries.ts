import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { isBuiltIn, isOfPlatform, scopesOfRole } from '#domain/roles.ts'
import { allScopes } from '#domain/scopes.ts'
import type { Tables } from '#store/tables.ts'

/** Custom roles of one tenant. */
export function createRoleQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    all: () => tx.selectFrom('roles').selectAll().where('tenant_id', '=', tenantId).orderBy('name').execute(),
    byName: (name: string) => tx.selectFrom('roles').selectAll().where('tenant_id', '=', tenantId).where('name', '=', name).executeTakeFirst(),
    save: (it: { id: string; name: string; scopes: string[]; at: Date }) =>
      tx
        .insertInto('roles')
        .values({ tenant_id: tenantId, id: it.id, name: it.name, scopes: it.scopes, created_at: it.at })
        .onConflict((on) => on.columns(['tenant_id', 'name']).doUpdateSet({ scopes: it.scopes }))
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
