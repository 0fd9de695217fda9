import { sql, type Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'
import { addBins } from '#traffic/bins.ts'
import { type Step, stepMs, type TrafficRow } from '#traffic/present-traffic.ts'
import type { Cell } from '#traffic/tally.ts'

/** How long each step of time is kept. */
const keptMs: Readonly<Record<Step, number>> = { minute: 2 * 86_400_000, hour: 90 * 86_400_000, day: 730 * 86_400_000 }
const steps = Object.keys(stepMs) as Step[]

type Span = { fromMs: number; toMs: number; step: Step }
type Summed = { step: Step; at: string; requests: number; bins: number[]; status: number; of: string; route: string }

/** Adds what was counted to the minutes, hours and days of one organisation, and its requests to its month. Answers the requests of the month. */
export async function addTraffic(tx: Transaction<Tables>, tenantId: string, cells: readonly Cell[]): Promise<{ month: string; requests: number }> {
  const rows = summed(cells, ({ route, keyId }) => ({ route, of: keyId }))
  await sql`
    insert into traffic as t (tenant_id, step, at, route, key_id, status, requests, bins)
    select ${tenantId}::uuid, step, at, route, "of", status, requests, bins
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it (step text, at timestamptz, route text, "of" text, status smallint, requests bigint, bins integer[])
    on conflict (tenant_id, step, at, route, key_id, status) do update set requests = t.requests + excluded.requests, bins = ${mergedBins}`.execute(tx)
  const newest = Math.max(...cells.map((it) => it.minute))
  const month = monthOf(newest)
  const counted = cells.reduce((sum, it) => sum + (it.status === 429 ? 0 : it.requests), 0)
  const { rows: months } = await sql<{ requests: number }>`
    insert into months as m (tenant_id, month, requests) values (${tenantId}::uuid, ${month}, ${counted})
    on conflict (tenant_id, month) do update set requests = m.requests + excluded.requests returning requests`.execute(tx)
  return { month, requests: Number(months[0]?.requests ?? counted) }
}

/** Adds what was counted to the sums over all organisations. */
export async function addPlatformTraffic(tx: Transaction<Tables>, cells: readonly Cell[]): Promise<void> {
  const routes = summed(cells, ({ route }) => ({ route, of: '' }))
  await sql`
    insert into platform_traffic as t (step, at, route, status, requests, bins)
    select step, at, route, status, requests, bins
    from jsonb_to_recordset(${JSON.stringify(routes)}::jsonb) as it (step text, at timestamptz, route text, status smallint, requests bigint, bins integer[])
    on conflict (step, at, route, status) do update set requests = t.requests + excluded.requests, bins = ${mergedBins}`.execute(tx)
  const tenants = summed(cells, ({ tenantId }) => ({ route: '', of: tenantId })).filter((it) => it.step !== 'minute')
  await sql`
    insert into platform_tenants as t (step, at, of_tenant, status, requests, bins)
    select step, at, "of", status, requests, bins
    from jsonb_to_recordset(${JSON.stringify(tenants)}::jsonb) as it (step text, at timestamptz, "of" text, status smallint, requests bigint, bins integer[])
    on conflict (step, at, of_tenant, status) do update set requests = t.requests + excluded.requests, bins = ${mergedBins}`.execute(tx)
}

const mergedBins = sql`array(select coalesce(a, 0) + coalesce(b, 0) from unnest(t.bins, excluded.bins) with ordinality as u (a, b, at) order by u.at)`

/** Cells as rows of minutes, hours and days; in one order everywhere, so that two who write do not wait for each other in a circle. */
function summed(cells: readonly Cell[], groupOf: (cell: Cell) => { route: string; of: string }): Summed[] {
  const rows = new Map<string, Summed>()
  for (const cell of cells) {
    const { route, of } = groupOf(cell)
    for (const step of steps) {
      const at = new Date(Math.floor(cell.minute / stepMs[step]) * stepMs[step]).toISOString()
      const name = `${step} ${at} ${route} ${of} ${cell.status}`
      const row = rows.get(name) ?? { step, at, route, of, status: cell.status, requests: 0, bins: [] }
      row.requests += cell.requests
      addBins(row.bins, cell.bins)
      rows.set(name, row)
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Takes away what is older than it is kept, of one organisation. */
export async function pruneTraffic(tx: Transaction<Tables>, nowMs: number): Promise<void> {
  for (const step of steps)
    await tx
      .deleteFrom('traffic')
      .where('step', '=', step)
      .where('at', '<', new Date(nowMs - keptMs[step]))
      .execute()
}

/** The same of the sums over all organisations. */
export async function prunePlatformTraffic(tx: Transaction<Tables>, nowMs: number): Promise<void> {
  for (const table of ['platform_traffic', 'platform_tenants'] as const)
    for (const step of steps)
      await tx
        .deleteFrom(table)
        .where('step', '=', step)
        .where('at', '<', new Date(nowMs - keptMs[step]))
        .execute()
}

/** What one organisation did; `of` is the key. */
export async function readTraffic(
  tx: Transaction<Tables>,
  span: Span,
  only: { route?: string | undefined; keyId?: string | undefined },
): Promise<TrafficRow[]> {
  let query = tx
    .selectFrom('traffic')
    .select(['at', 'route', 'key_id as of', 'status', 'requests', 'bins'])
    .where('step', '=', span.step)
    .where('at', '>=', new Date(span.fromMs))
    .where('at', '<', new Date(span.toMs))
  if (only.route !== undefined) query = query.where('route', '=', only.route)
  if (only.keyId !== undefined) query = query.where('key_id', '=', only.keyId)
  return query.execute()
}

/** What all did, by operation. */
export async function readPlatformTraffic(tx: Transaction<Tables>, span: Span, route: string | undefined): Promise<TrafficRow[]> {
  let query = tx
    .selectFrom('platform_traffic')
    .select(['at', 'route', sql<string>`''`.as('of'), 'status', 'requests', 'bins'])
    .where('step', '=', span.step)
    .where('at', '>=', new Date(span.fromMs))
    .where('at', '<', new Date(span.toMs))
  if (route !== undefined) query = query.where('route', '=', route)
  return query.execute()
}

/** What all did, by organisation, by whole hours at the finest. */
export async function readTenants(tx: Transaction<Tables>, span: Span): Promise<TrafficRow[]> {
  const step = span.step === 'minute' ? 'hour' : span.step
  return tx
    .selectFrom('platform_tenants')
    .select(['at', sql<string>`''`.as('route'), 'of_tenant as of', 'status', 'requests', 'bins'])
    .where('step', '=', step)
    .where('at', '>=', new Date(Math.floor(span.fromMs / stepMs[step]) * stepMs[step]))
    .where('at', '<', new Date(span.toMs))
    .execute()
}

/** The month of a moment in UTC, `2026-11`. */
export function monthOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7)
}

/** The first moments of the month that runs and of the next. */
export function monthSpan(ms: number): { from: Date; until: Date } {
  const now = new Date(ms)
  const at = (months: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  return { from: at(0), until: at(1) }
}
