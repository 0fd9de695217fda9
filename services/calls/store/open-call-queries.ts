import { type Selectable, sql, type Transaction } from 'kysely'
import type { OpenCallTable, Tables } from '#store/tables.ts'

type Row = Selectable<OpenCallTable>

/** Questions about calls that are not over, over all tenants; a transaction of any tenant sees them too. */
export function createOpenCallQueries(tx: Transaction<Tables>) {
  return {
    async open(call: OpenCallTable): Promise<void> {
      await tx.insertInto('open_calls').values(call).execute()
    },
    find: (id: string): Promise<Row | undefined> => tx.selectFrom('open_calls').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Gives a call to a connection, or to none. */
    async hold(id: string, connectionId: string | null, at: Date): Promise<void> {
      await tx.updateTable('open_calls').set({ connection_id: connectionId, beat_at: at }).where('id', '=', id).execute()
    },
    /** Says that the process of a call is alive; false when the connection does not hold the call any more. */
    async beat(id: string, connectionId: string, at: Date): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('open_calls')
        .set({ beat_at: at })
        .where('id', '=', id)
        .where('connection_id', '=', connectionId)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async close(id: string): Promise<void> {
      await tx.deleteFrom('open_calls').where('id', '=', id).execute()
    },
    /** How many calls a subject holds, of those that have said since then that they live. Others who ask the same wait until this transaction is over. */
    async countHeld(tenantId: string, subject: string, since: Date): Promise<number> {
      await sql`select pg_advisory_xact_lock(hashtext(${`calls of ${tenantId} ${subject}`}))`.execute(tx)
      const { count } = await tx
        .selectFrom('open_calls')
        .select((it) => it.fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('subject', '=', subject)
        .where('connection_id', 'is not', null)
        .where('beat_at', '>', since)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    listSilentSince: (since: Date): Promise<Row[]> =>
      tx.selectFrom('open_calls').selectAll().where('beat_at', '<', since).orderBy('beat_at').limit(500).execute(),
  }
}
