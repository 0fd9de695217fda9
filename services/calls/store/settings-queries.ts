import type { CallSettings } from '@myna/contracts/calls-settings'
import { sql, type Transaction } from 'kysely'
import { beatMs } from '#domain/call-limits.ts'
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
    /** Minutes of telephone calls since midnight (UTC), those under way with what they have taken so far; by what was measured, since clocks are set while calls go on. */
    async minutesToday(now: Date): Promise<number> {
      const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
      const { rows } = await sql<{ seconds: string | null }>`
        select sum(greatest(0, least(seconds, extract(epoch from coalesce(ended_at, ${now}) - ${midnight})))) as seconds
        from calls left join open_calls open on open.id = calls.id,
          lateral (select extract(epoch from ${now} - open.beat_at) as since_beat) as beat,
          lateral (select case
            when ended_at is not null then coalesce(calls.lasted_ms / 1000.0, extract(epoch from ended_at - started_at))
            -- Whoever holds a call measures it again and again; nobody measures one that rings, or that a person took over.
            else coalesce(open.lasted_ms, 0) / 1000.0 + greatest(0, case when open.connection_id is null then since_beat else least(since_beat, ${beatMs / 1000}) end)
          end as seconds) as measured
        where channel = 'phone' and (ended_at is null or ended_at > ${midnight})`.execute(tx)
      return Number(rows[0]?.seconds ?? 0) / 60
    },
  }
}
