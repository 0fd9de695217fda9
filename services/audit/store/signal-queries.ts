import { newId } from '@myna/kernel'
import type { Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { RaisedSignal } from '#domain/signal-of-act.ts'
import type { SignalTable, Tables } from '#store/tables.ts'

export type SignalRow = Selectable<SignalTable>
export type SignalFilter = { state?: string | undefined; kind?: string | undefined; severity?: string | undefined; subject?: string | undefined }

/** Signals of one tenant. */
export function createSignalQueries(tx: Transaction<Tables>, tenantId: string) {
  const one = (id: string) => tx.selectFrom('signals').selectAll().where('id', '=', id)
  return {
    find: (id: string): Promise<SignalRow | undefined> => one(id).executeTakeFirst(),
    /** Newest first, those after a cursor. */
    list(filter: SignalFilter, before: string | undefined, limit: number): Promise<SignalRow[]> {
      let query = tx.selectFrom('signals').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      for (const column of ['state', 'kind', 'severity', 'subject'] as const) if (filter[column]) query = query.where(column, '=', filter[column])
      return query.execute()
    },
    /**
     * Raises a signal, or counts it with the one of its kind about the same subject that is not closed. `sourceId` is what it comes from: heard twice
     * it counts once. Answers the new signal; undefined when nothing new was raised.
     */
    async raise(it: RaisedSignal, sourceId: string, at: Date): Promise<SignalRow | undefined> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`signals:${tenantId}`}, 0))`.execute(tx)
      if (await tx.selectFrom('signal_sources').select('id').where('id', '=', sourceId).where('kind', '=', it.kind).executeTakeFirst()) return undefined
      const before = await tx
        .selectFrom('signals')
        .selectAll()
        .where('kind', '=', it.kind)
        .where('subject', '=', it.subject)
        .where('state', '<>', 'closed')
        .executeTakeFirst()
      const id = before?.id ?? newId()
      await tx.insertInto('signal_sources').values({ tenant_id: tenantId, id: sourceId, kind: it.kind, signal_id: id, at }).execute()
      const evidence = JSON.stringify(it.evidence)
      if (before) {
        await tx
          .updateTable('signals')
          .set({ count: before.count + 1, last_at: at, evidence, state: 'open' })
          .where('id', '=', id)
          .execute()
        return undefined
      }
      const { kind, severity, subject } = it
      const fresh = { tenant_id: tenantId, id, kind, severity, subject, subject_name: it.subjectName, evidence, count: 1, state: 'open' }
      await tx
        .insertInto('signals')
        .values({ ...fresh, note: null, handled_by: null, first_at: at, last_at: at, handled_at: null })
        .execute()
      return one(id).executeTakeFirst()
    },
    async handle(id: string, it: { state: string; note: string | null; by: string; at: Date }): Promise<void> {
      await tx.updateTable('signals').set({ state: it.state, note: it.note, handled_by: it.by, handled_at: it.at }).where('id', '=', id).execute()
    },
    /** Counts a removal, and answers how many this actor made since a moment. */
    async countRemoval(it: { id: string; actor: string; at: Date; since: Date }): Promise<number> {
      await tx
        .insertInto('removals')
        .values({ tenant_id: tenantId, id: it.id, actor: it.actor, at: it.at })
        .onConflict((on) => on.doNothing())
        .execute()
      await tx.deleteFrom('removals').where('actor', '=', it.actor).where('at', '<', it.since).execute()
      const row = await tx
        .selectFrom('removals')
        .select((on) => on.fn.countAll<string>().as('count'))
        .where('actor', '=', it.actor)
        .where('at', '>=', it.since)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
  }
}
