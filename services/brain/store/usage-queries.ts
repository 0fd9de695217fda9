import { newId } from '@myna/kernel'
import { sql, type Transaction } from 'kysely'
import type { Tally } from '#dispatch/usage-book.ts'
import type { Tables } from '#store/tables.ts'

/** One row of usage as it is stored; `day` is `YYYY-MM-DD`. */
export type UsageRow = Omit<Tally, 'tenantId'>

const noProvider = '00000000-0000-0000-0000-000000000000'

/** Questions about what language models did, by day. */
export function createUsageQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Adds tallies to their days. */
    async add(tallies: readonly Tally[]): Promise<void> {
      for (const it of tallies)
        await sql`
          insert into usage_days
            (tenant_id, id, day, provider_id, turns, failures, input_tokens, output_tokens, cost, first_token_ms, first_token_count)
          values (${tenantId}, ${newId()}, ${it.day}::date, ${it.providerId}::uuid, ${it.turns}::int, ${it.failures}::int, ${it.inputTokens}::bigint,
            ${it.outputTokens}::bigint, ${it.cost}::float8, ${it.firstTokenMs}::float8, ${it.firstTokenCount}::int)
          on conflict (tenant_id, day, coalesce(provider_id, ${sql.lit(noProvider)}::uuid)) do update set
            turns = usage_days.turns + excluded.turns,
            failures = usage_days.failures + excluded.failures,
            input_tokens = usage_days.input_tokens + excluded.input_tokens,
            output_tokens = usage_days.output_tokens + excluded.output_tokens,
            cost = usage_days.cost + excluded.cost,
            first_token_ms = usage_days.first_token_ms + excluded.first_token_ms,
            first_token_count = usage_days.first_token_count + excluded.first_token_count`.execute(tx)
    },
    /** US dollars by provider from a day on. */
    async spentSince(day: string): Promise<Map<string, number>> {
      const rows = await tx
        .selectFrom('usage_days')
        .select(['provider_id', (it) => it.fn.sum<number>('cost').as('spent')])
        .where('provider_id', 'is not', null)
        .where(sql<boolean>`day >= ${day}::date`)
        .groupBy('provider_id')
        .execute()
      return new Map(rows.map((row) => [String(row.provider_id), Number(row.spent)]))
    },
    /** Usage from a day on, the oldest day first. */
    async listSince(day: string): Promise<UsageRow[]> {
      const rows = await tx
        .selectFrom('usage_days')
        .selectAll()
        .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as('date'))
        .where(sql<boolean>`day >= ${day}::date`)
        .orderBy('day')
        .orderBy('provider_id', (it) => it.asc().nullsFirst())
        .execute()
      return rows.map((row) => ({
        day: row.date,
        providerId: row.provider_id,
        turns: row.turns,
        failures: row.failures,
        inputTokens: Number(row.input_tokens),
        outputTokens: Number(row.output_tokens),
        cost: row.cost,
        firstTokenMs: row.first_token_ms,
        firstTokenCount: row.first_token_count,
      }))
    },
  }
}
