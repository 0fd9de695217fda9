import { Fault } from '@myna/kernel'
import { type Insertable, sql, type Transaction, type Updateable } from 'kysely'
import type { SpeechProviderRow } from '#store/present.ts'
import type { SpeechProviderTable, Tables } from '#store/tables.ts'

/** More vendors than this no sentence can ask one after the other. */
const mostInUse = 50

/** Questions about connected vendors of speech. */
export function createProviderQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Adds a vendor that is tried last. */
    async insert(it: Omit<Insertable<SpeechProviderTable>, 'tenant_id' | 'position'>): Promise<SpeechProviderRow> {
      const { last } = await tx
        .selectFrom('speech_providers')
        .select((eb) => eb.fn.max<number | null>('position').as('last'))
        .executeTakeFirstOrThrow()
      return tx
        .insertInto('speech_providers')
        .values({ tenant_id: tenantId, position: (last ?? -1) + 1, ...it })
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    /** Throws `voice.provider_not_found`. The row is locked when the caller is going to change it. */
    async get(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<SpeechProviderRow> {
      const query = tx.selectFrom('speech_providers').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('voice.provider_not_found', { providerId: id })
      return row
    },
    /** Vendors in the order they are tried, from a place in it. */
    listAfter(after: { position: number; id: string } | undefined, limit: number): Promise<SpeechProviderRow[]> {
      let query = tx.selectFrom('speech_providers').selectAll().orderBy('position').orderBy('id').limit(limit)
      if (after) query = query.where((eb) => eb(eb.refTuple('position', 'id'), '>', eb.tuple(after.position, after.id)))
      return query.execute()
    },
    /** The vendors in use in the order they are tried. */
    listEnabled: (): Promise<SpeechProviderRow[]> =>
      tx.selectFrom('speech_providers').selectAll().where('enabled', '=', true).orderBy('position').orderBy('id').limit(mostInUse).execute(),
    /** All vendors in order, held until the transaction ends so that nobody orders them meanwhile. */
    listForOrder: (): Promise<SpeechProviderRow[]> => tx.selectFrom('speech_providers').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
    /** Throws `voice.provider_not_found`. `isAnother`: engines made of it before are not those it makes now. */
    async update(id: string, change: Updateable<SpeechProviderTable>, isAnother = false): Promise<SpeechProviderRow> {
      const row = await tx
        .updateTable('speech_providers')
        .set({ ...change, ...(isAnother ? { revision: sql<number>`revision + 1` } : {}) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new Fault('voice.provider_not_found', { providerId: id })
      return row
    },
    /** Keeps what went wrong last, or that nothing does any more, unless the vendor is gone or another by now. */
    async setError({ id, revision }: { id: string; revision: number }, error: { sentence: string; at: Date } | null): Promise<void> {
      await tx
        .updateTable('speech_providers')
        .set({ last_error: error?.sentence ?? null, last_error_at: error?.at ?? null })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .execute()
    },
    /** Throws `voice.provider_not_found`. */
    async remove(id: string): Promise<SpeechProviderRow> {
      const row = await tx.deleteFrom('speech_providers').where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('voice.provider_not_found', { providerId: id })
      return row
    },
  }
}
