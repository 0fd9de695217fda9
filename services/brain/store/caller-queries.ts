import { Fault, newId } from '@myna/kernel'
import type { Selectable, Transaction } from 'kysely'
import type { CallerTable, Tables } from '#store/tables.ts'

export type CallerRow = Selectable<CallerTable>

type Kept = Pick<CallerRow, 'hash' | 'kind' | 'sealed_id' | 'consent' | 'sealed_memory' | 'language'> & {
  now: Date
  /** Whether another conversation is over by this. */
  counts: boolean
}

/** Questions about remembered callers. */
export function createCallerQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    find: (hash: string): Promise<CallerRow | undefined> => tx.selectFrom('callers').selectAll().where('hash', '=', hash).executeTakeFirst(),
    /** The caller of one of these marks, the first before the others, who is known by the first from then on. */
    async findMarked([hash, ...earlier]: readonly [string, ...string[]]): Promise<CallerRow | undefined> {
      const found = await this.find(hash)
      if (found || earlier.length === 0) return found
      const moved = await tx.updateTable('callers').set({ hash }).where('hash', 'in', earlier).returningAll().executeTakeFirst()
      if (moved) await tx.updateTable('conversations').set({ caller_hash: hash }).where('caller_hash', 'in', earlier).execute()
      return moved
    },
    async keep({ now, counts, ...it }: Kept): Promise<void> {
      await tx
        .insertInto('callers')
        .values({ tenant_id: tenantId, id: newId(), ...it, conversation_count: 1, last_seen_at: now })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'hash']).doUpdateSet((row) => ({
            consent: it.consent,
            sealed_memory: it.sealed_memory,
            language: it.language,
            conversation_count: counts ? row('callers.conversation_count', '+', 1) : row.ref('callers.conversation_count'),
            last_seen_at: now,
          })),
        )
        .execute()
    },
    /** Newest ids first, before a given one. */
    list: (before: string | undefined, limit: number): Promise<CallerRow[]> =>
      tx
        .selectFrom('callers')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('id', '<', before!))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    /** Forgets a caller and unties their conversations. Throws `brain.caller_not_found`. */
    async forget(id: string): Promise<void> {
      const gone = await tx.deleteFrom('callers').where('id', '=', id).returning('hash').executeTakeFirst()
      if (!gone) throw new Fault('brain.caller_not_found', { callerId: id })
      await tx.updateTable('conversations').set({ caller_hash: null, caller_kind: null, summary: null }).where('caller_hash', '=', gone.hash).execute()
    },
  }
}
