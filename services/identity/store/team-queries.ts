import type { Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** Teams of one tenant. */
export function createTeamQueries(tx: Transaction<Tables>, tenantId: string) {
  const mine = () => tx.selectFrom('teams').selectAll().where('tenant_id', '=', tenantId)
  return {
    list(limit: number, after: string | undefined) {
      const query = mine()
        .orderBy('id')
        .limit(limit + 1)
      return (after === undefined ? query : query.where('id', '>', after)).execute()
    },
    one: (id: string) => mine().where('id', '=', id).executeTakeFirst(),
    /** The team, held until the transaction ends. */
    oneToChange: (id: string) => mine().where('id', '=', id).forUpdate().executeTakeFirst(),
    all: () => mine().orderBy('name').execute(),
    add: (it: { id: string; name: string; memberIds: string[]; at: Date }) =>
      tx.insertInto('teams').values({ tenant_id: tenantId, id: it.id, name: it.name, member_ids: it.memberIds, created_at: it.at }).execute(),
    change: (it: { id: string; name: string; memberIds: string[]; revision: number }) =>
      tx
        .updateTable('teams')
        .set({ name: it.name, member_ids: it.memberIds, revision: it.revision })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', it.id)
        .execute(),
    remove: async (id: string) => (await tx.deleteFrom('teams').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n,
  }
}
