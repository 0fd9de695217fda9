import { sql } from 'kysely'
import { inRelay } from '#db/in-relay.ts'
import type { Database } from '#db/open-database.ts'

/** Which events of a tenant are read: at most `limit`, newest first, those before an id. */
export type SaidFilter = { name?: string | undefined; from?: Date | undefined; to?: Date | undefined; before?: string | undefined; limit: number }

/** An event as it was said, and how far it got with each service that hears it. */
export type SaidEvent = {
  id: string
  name: string
  data: unknown
  at: Date
  deliveries: { service: string; state: 'waiting' | 'done' | 'dead'; attempts: number }[]
}

/**
 * What was said of one tenant and is still kept, acts left out. The table of events has no fence that lets a tenant read, since services only add to it; so this is
 * the one question to it that is asked for a tenant, and it names the tenant itself.
 */
export function saidEvents(database: Database, tenantId: string, { name, from, to, before, limit }: SaidFilter): Promise<SaidEvent[]> {
  return inRelay(database, async (tx) => {
    const { rows } = await sql<SaidEvent>`
      select o.id, o.name, o.data, o.created_at as at, coalesce((
        select json_agg(json_build_object('service', d.listener, 'state', d.state, 'attempts', d.attempts) order by d.listener)
        from kernel.deliveries d where d.event_id = o.id), '[]'::json) as deliveries
      from kernel.outbox o
      where o.tenant_id = ${tenantId}::uuid and o.name <> 'act.noted'
        and (${name ?? null}::text is null or o.name = ${name ?? null}::text)
        and (${from ?? null}::timestamptz is null or o.created_at >= ${from ?? null}::timestamptz)
        and (${to ?? null}::timestamptz is null or o.created_at < ${to ?? null}::timestamptz)
        and (${before ?? null}::uuid is null or o.id < ${before ?? null}::uuid)
      order by o.id desc limit ${limit}`.execute(tx)
    return rows
  })
}
