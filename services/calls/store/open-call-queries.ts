import type { Transaction } from 'kysely'
import type { OpenCallTable, Tables } from '#store/tables.ts'

/** Questions about calls that are open anywhere, over all tenants; for use in `db.global`. */
export function createOpenCallQueries(tx: Transaction<Tables>) {
  return {
    async open(call: OpenCallTable): Promise<void> {
      await tx.insertInto('open_calls').values(call).onConflict((it) => it.column('id').doUpdateSet({ beat_at: call.beat_at })).execute()
    },
    /** Says that the process of a call is alive. */
    async beat(id: string, at: Date): Promise<void> {
      await tx.updateTable('open_calls').set({ beat_at: at }).where('id', '=', id).execute()
    },
    async close(id: string): Promise<void> {
      await tx.deleteFrom('open_calls').where('id', '=', id).execute()
    },
    async countOf(tenantId: string, subject: string, since: Date): Promise<number> {
      const { count } = await tx.selectFrom('open_calls').select((it) => it.fn.countAll().as('count')).where('tenant_id', '=', tenantId).where('subject', '=', subject).where('beat_at', '>', since).executeTakeFirstOrThrow()
      return Number(count)
    },
    listSilentSince: (since: Date): Promise<OpenCallTable[]> => tx.selectFrom('open_calls').selectAll().where('beat_at', '<', since).limit(500).execute(),
  }
}
