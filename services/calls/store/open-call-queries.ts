import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import type { OpenCallTable, Tables, Wish } from '#store/tables.ts'

type Row = Selectable<OpenCallTable>
type Span = { since: Date; until: Date }
/** A call of a living process, the connection that holds it, and how long it has lasted. */
export type Beat = { id: string; connectionId: string; lastedMs: number }

/** Questions about calls that are not over, over all tenants; a transaction of any tenant sees them too. */
export function createOpenCallQueries(tx: Transaction<Tables>) {
  return {
    async open(call: Insertable<OpenCallTable>): Promise<void> {
      await tx.insertInto('open_calls').values(call).execute()
    },
    find: (id: string): Promise<Row | undefined> => tx.selectFrom('open_calls').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Gives a call to a connection, or to none, which has measured how long it lasted. */
    async hold(id: string, connectionId: string | null, at: Date, lastedMs?: number): Promise<void> {
      const measured = lastedMs === undefined ? {} : { lasted_ms: lastedMs }
      await tx
        .updateTable('open_calls')
        .set({ connection_id: connectionId, beat_at: at, ...measured })
        .where('id', '=', id)
        .execute()
    },
    /** Says of calls that their process is alive, and takes what is wished of each; those whose connection does not hold them any more are left out. */
    async beat(beats: readonly Beat[], at: Date): Promise<Map<string, { wish: Wish | null }>> {
      const { rows } = await sql<{ id: string; wish: Wish | null }>`
        with held as (
          select open_calls.id, wish, beat.lasted_ms
          from jsonb_to_recordset(${JSON.stringify(beats.map((it) => ({ id: it.id, connection_id: it.connectionId, lasted_ms: it.lastedMs })))}::jsonb)
            as beat (id uuid, connection_id uuid, lasted_ms integer)
          join open_calls on open_calls.id = beat.id and open_calls.connection_id = beat.connection_id
          order by open_calls.id
          for update of open_calls
        )
        update open_calls set beat_at = ${at}, lasted_ms = held.lasted_ms, wish = null
        from held where open_calls.id = held.id
        returning held.id, held.wish`.execute(tx)
      return new Map(rows.map(({ id, wish }) => [id, { wish }]))
    },
    /** Leaves a wish for whoever holds the call; false when nobody does. */
    async wish(id: string, wish: Wish): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('open_calls')
        .set({ wish: JSON.stringify(wish) })
        .where('id', '=', id)
        .where('connection_id', 'is not', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    /** The call whose media stream proves itself by this token, which serves once. */
    async takeByToken(token: string): Promise<Row | undefined> {
      const row = await tx.selectFrom('open_calls').selectAll().where('media_token', '=', token).forUpdate().executeTakeFirst()
      if (row) await tx.updateTable('open_calls').set({ media_token: null }).where('id', '=', row.id).execute()
      return row
    },
    async setToken(id: string, token: string): Promise<void> {
      await tx.updateTable('open_calls').set({ media_token: token }).where('id', '=', id).execute()
    },
    async close(id: string): Promise<void> {
      await tx.deleteFrom('open_calls').where('id', '=', id).execute()
    },
    /** How many calls a subject holds, of those that have said within a span that they live. Others who ask the same wait until this transaction is over. */
    async countHeld(tenantId: string, subject: string, { since, until }: Span): Promise<number> {
      await sql`select pg_advisory_xact_lock(hashtext(${`calls of ${tenantId} ${subject}`}))`.execute(tx)
      const { count } = await tx
        .selectFrom('open_calls')
        .select((it) => it.fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('subject', '=', subject)
        .where('connection_id', 'is not', null)
        .where('beat_at', '>', since)
        .where('beat_at', '<', until)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    /** Calls that have not said within a span that they live; after it begins what was said before the clock was set back. */
    listSilent: ({ since, until }: Span): Promise<Row[]> =>
      tx
        .selectFrom('open_calls')
        .selectAll()
        .where((it) => it.or([it('beat_at', '<', since), it('beat_at', '>', until)]))
        .orderBy('beat_at')
        .limit(500)
        .execute(),
  }
}
