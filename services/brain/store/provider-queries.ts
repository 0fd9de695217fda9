import { Fault } from '@myna/kernel'
import { type Insertable, sql, type Transaction, type Updateable } from 'kysely'
import type { HealthChange } from '#dispatch/circuits.ts'
import type { ProviderRow } from '#store/present.ts'
import type { ProviderTable, Tables } from '#store/tables.ts'

/** More models than this no turn can ask one after the other. */
const mostInUse = 50

/** Questions about connected language models. */
export function createProviderQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Adds a model that is asked last. */
    async insert(it: Omit<Insertable<ProviderTable>, 'tenant_id' | 'position'>): Promise<ProviderRow> {
      const { last } = await tx
        .selectFrom('providers')
        .select((eb) => eb.fn.max<number | null>('position').as('last'))
        .executeTakeFirstOrThrow()
      return tx
        .insertInto('providers')
        .values({ tenant_id: tenantId, position: (last ?? -1) + 1, ...it })
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    /** Throws `brain.provider_not_found`. The row is locked when the caller is going to change it. */
    async get(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<ProviderRow> {
      const query = tx.selectFrom('providers').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('brain.provider_not_found', { providerId: id })
      return row
    },
    /** Models in the order they are asked in, from a place in it. */
    listAfter(after: { position: number; id: string } | undefined, limit: number): Promise<ProviderRow[]> {
      let query = tx.selectFrom('providers').selectAll().orderBy('position').orderBy('id').limit(limit)
      if (after) query = query.where((eb) => eb(eb.refTuple('position', 'id'), '>', eb.tuple(after.position, after.id)))
      return query.execute()
    },
    /** The models in use in the order they are asked in. */
    listEnabled: (): Promise<ProviderRow[]> =>
      tx.selectFrom('providers').selectAll().where('enabled', '=', true).orderBy('position').orderBy('id').limit(mostInUse).execute(),
    /** All models in order, held until the transaction ends so that nobody orders them meanwhile. */
    listForOrder: (): Promise<ProviderRow[]> => tx.selectFrom('providers').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
    /** Throws `brain.provider_not_found`. */
    async update(id: string, change: Updateable<ProviderTable>): Promise<ProviderRow> {
      const row = await tx.updateTable('providers').set(change).where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('brain.provider_not_found', { providerId: id })
      return row
    },
    /** Keeps how a model fares, unless it is gone or is another by now. */
    async setHealth({ seenWith, failures, failedAt, lastError }: HealthChange): Promise<void> {
      await tx
        .updateTable('providers')
        .set({
          health: failures === 0 ? 'well' : 'failing',
          failures,
          last_error: lastError,
          failed_at: failedAt === null ? null : new Date(failedAt),
        })
        .where('id', '=', seenWith.id)
        .where('model', '=', seenWith.model)
        .where(sql<boolean>`sealed_key is not distinct from ${seenWith.sealed_key}::text`)
        .where(sql<boolean>`base_url is not distinct from ${seenWith.base_url}::text`)
        .execute()
    },
    /** Throws `brain.provider_not_found`. */
    async remove(id: string): Promise<ProviderRow> {
      const row = await tx.deleteFrom('providers').where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('brain.provider_not_found', { providerId: id })
      return row
    },
  }
}
