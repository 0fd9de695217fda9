import type { Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { ChainedEntry, Head } from '#domain/chain.ts'
import type { EntryTable, Tables } from '#store/tables.ts'

export type EntryFilter = {
  actor?: string | undefined
  action?: string | undefined
  subject?: string | undefined
  q?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Questions about the chain of one tenant. */
export function createEntryQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** The head, locked until the transaction ends: one writer at a time. */
    async lockHead(): Promise<Head | undefined> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${tenantId}`}, 0))`.execute(tx)
      return tx.selectFrom('heads').select(['sequence', 'hash', 'signature']).where('id', '=', tenantId).executeTakeFirst()
    },
    readHead: () => tx.selectFrom('heads').select(['sequence', 'hash', 'signature']).where('id', '=', tenantId).executeTakeFirst(),
    async hasEntry(id: string): Promise<boolean> {
      return (await tx.selectFrom('entries').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    },
    async readHash(sequence: number): Promise<string | undefined> {
      return (await tx.selectFrom('entries').select('hash').where('sequence', '=', sequence).executeTakeFirst())?.hash
    },
    async append(entry: ChainedEntry): Promise<void> {
      const { id, sequence, at, actor, action, subject, ip, hash, signature } = entry
      await tx
        .insertInto('entries')
        .values({
          tenant_id: tenantId,
          id,
          sequence,
          at,
          actor,
          actor_name: entry.actorName,
          action,
          subject,
          ip,
          trace_id: entry.traceId,
          detail: JSON.stringify(entry.detail),
          previous_hash: entry.previousHash,
          hash,
          signature,
        })
        .execute()
      await tx
        .insertInto('heads')
        .values({ tenant_id: tenantId, id: tenantId, sequence, hash, signature })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet({ sequence, hash, signature }))
        .execute()
    },
    /** Newest first, those before the given sequence. */
    listBefore(filter: EntryFilter, before: number | undefined, limit: number): Promise<Selectable<EntryTable>[]> {
      let query = tx.selectFrom('entries').selectAll().orderBy('sequence', 'desc').limit(limit)
      if (before !== undefined) query = query.where('sequence', '<', before)
      for (const column of ['actor', 'action', 'subject'] as const) if (filter[column]) query = query.where(column, '=', filter[column])
      if (filter.from) query = query.where('at', '>=', asKept(filter.from))
      if (filter.to) query = query.where('at', '<', asKept(filter.to))
      if (filter.q) {
        const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
        query = query.where((it) =>
          it.or([it('action', 'ilike', like), it('subject', 'ilike', like), it('actor_name', 'ilike', like), it('actor', 'ilike', like)]),
        )
      }
      return query.execute()
    },
    /** Oldest first, those after the given sequence. */
    listAfter(after: number, limit: number, filter: Pick<EntryFilter, 'from' | 'to'> & { upTo?: number } = {}): Promise<Selectable<EntryTable>[]> {
      let query = tx.selectFrom('entries').selectAll().where('sequence', '>', after).orderBy('sequence').limit(limit)
      if (filter.upTo !== undefined) query = query.where('sequence', '<=', filter.upTo)
      if (filter.from) query = query.where('at', '>=', asKept(filter.from))
      if (filter.to) query = query.where('at', '<', asKept(filter.to))
      return query.execute()
    },
  }
}

/** A moment written as entries write it, to the millisecond, so that their texts compare. */
function asKept(moment: string): string {
  return new Date(moment).toISOString()
}
