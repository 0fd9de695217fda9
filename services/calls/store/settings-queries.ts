import type { CallSettings } from '@myna/contracts/calls-settings'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** Questions about an organisation's lines as a whole. */
export function createSettingsQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** What was chosen; undefined while nothing was. */
    async chosen(): Promise<CallSettings | undefined> {
      return (await tx.selectFrom('call_settings').select('settings').executeTakeFirst())?.settings
    },
    async choose(settings: CallSettings): Promise<void> {
      const text = JSON.stringify(settings)
      await tx
        .insertInto('call_settings')
        .values({ tenant_id: tenantId, id: tenantId, settings: text })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet({ settings: text }))
        .execute()
    },
    /** Telephone calls that are not over. With `alone`, others who ask wait until this transaction is over. */
    async callsNow(alone: 'alone' | 'together'): Promise<number> {
      if (alone === 'alone') await sql`select pg_advisory_xact_lock(hashtext(${`lines of ${tenantId}`}))`.execute(tx)
      const { count } = await tx
        .selectFrom('calls')
        .select((it) => it.fn.countAll().as('count'))
        .where('channel', '=', 'phone')
        .where('status', 'in', ['queued', 'ringing', 'live', 'dropped'])
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    /** Minutes of telephone calls since midnight (UTC), those under way with what they have taken so far. */
    async minutesToday(now: Date): Promise<number> {
      const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
      const { seconds } = await tx
        .selectFrom('calls')
        .select(sql<string | null>`sum(extract(epoch from coalesce(ended_at, ${now}) - greatest(started_at, ${midnight})))`.as('seconds'))
        .where('channel', '=', 'phone')
        .where((it) => it.or([it('ended_at', 'is', null), it('ended_at', '>', midnight)]))
        .executeTakeFirstOrThrow()
      return Math.max(0, Number(seconds ?? 0)) / 60
    },
  }
}
