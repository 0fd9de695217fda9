import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import type { OpenCallTable, Tables, Wish } from '#store/tables.ts'

type Row = Selectable<OpenCallTable>
type Span = { since: Date; until: Date }

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
    /** Says that the process of a call is alive, and takes what is wished of it; undefined when the connection does not hold the call any more. */
    async beat(id: string, connectionId: string, { at, lastedMs }: { at: Date; lastedMs: number }): Promise<{ wish: Wish | null } | undefined> {
      const held = await tx
        .selectFrom('open_calls')
        .select('wish')
        .where('id', '=', id)
        .where('connection_id', '=', connectionId)
        .forUpdate()
        .executeTakeFirst()
      if (held) await tx.updateTable('open_calls').set({ beat_at: at, lasted_ms: lastedMs, wish: null }).where('id', '=', id).execute()
      return held
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
