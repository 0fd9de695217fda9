import type { Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** API keys of one tenant. */
export function createApiKeyQueries(tx: Transaction<Tables>, tenantId: string) {
  const mine = () => tx.selectFrom('api_keys').selectAll().where('tenant_id', '=', tenantId)
  return {
    add: (it: Omit<ApiKeyRow, 'tenant_id'>) =>
      tx
        .insertInto('api_keys')
        .values({ ...it, tenant_id: tenantId })
        .execute(),
    byHash: (hash: string) => mine().where('hash', '=', hash).executeTakeFirst(),
    byId: (id: string) => mine().where('id', '=', id).executeTakeFirst(),
    idsOf: async (userId: string) => (await mine().clearSelect().select('id').where('user_id', '=', userId).execute()).map((it) => it.id),
    /** Up to `limit + 1` keys before a key id, newest first. */
    list(limit: number, before: string | undefined) {
      const query = mine()
        .orderBy('id', 'desc')
        .limit(limit + 1)
      return (before === undefined ? query : query.where('id', '<', before)).execute()
    },
    used: (id: string, at: Date) => tx.updateTable('api_keys').set({ last_used_at: at }).where('tenant_id', '=', tenantId).where('id', '=', id).execute(),
    remove: async (id: string) =>
      (await tx.deleteFrom('api_keys').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n,
  }
}

/** An API key as kept. */
export type ApiKeyRow = {
  tenant_id: string
  id: string
  name: string
  start: string
  hash: string
  scopes: string[]
  user_id: string | null
  created_by: string
  last_used_at: Date | null
  expires_at: Date | null
  created_at: Date
}
