import { sql } from 'kysely'
import { z } from 'zod'
import { inRelay } from '#db/in-relay.ts'
import { newId } from '#db/ids.ts'
import type { Database } from '#db/open-database.ts'
import { type Cron, nextTick, readCron } from '#jobs/cron.ts'
import type { JobBinding } from '#jobs/jobs.ts'

type Scheduled = { service: string; name: string; text: string; cron: Cron; nextAt: Date }

/**
 * Adds scheduled jobs when they are due, once for all processes; a run still going when the next is due takes its place.
 * Times missed while nothing ran are made up by one run. Throws when a schedule cannot be read or its job refuses `{}`.
 */
export function createSchedules(database: Database, bindings: readonly JobBinding[]) {
  const all = bindings.flatMap(({ service, name, definition }): Scheduled[] => {
    if (definition.schedule === undefined) return []
    if (!z.safeParse(definition.input, {}).success) throw new Error(`job ${service}.${name} has a schedule but refuses {} as input`)
    return [{ service, name, text: definition.schedule, cron: readCron(definition.schedule), nextAt: new Date(0) }]
  })

  return {
    /** Notes the schedules of this process; a changed one starts anew from `now`. */
    async start(now: Date): Promise<void> {
      for (const it of all) {
        const { rows } = await inRelay(database, (tx) =>
          sql<{ nextAt: Date }>`
          insert into kernel.schedules as s (service, name, cron, next_at) values (${it.service}, ${it.name}, ${it.text}, ${nextTick(it.cron, now)})
          on conflict (service, name) do update set cron = excluded.cron,
            next_at = case when s.cron = excluded.cron then s.next_at else excluded.next_at end
          returning next_at as "nextAt"`.execute(tx),
        )
        it.nextAt = rows[0]?.nextAt ?? nextTick(it.cron, now)
      }
    },

    /** Adds what is due. Reads the database only then. */
    async fire(now: Date): Promise<void> {
      for (const it of all) {
        if (it.nextAt > now) continue
        const nextAt = nextTick(it.cron, now)
        const origin = JSON.stringify({ subject: `service:${it.service}`, traceId: newId().replaceAll('-', '') })
        await inRelay(database, (tx) =>
          sql`
          with fired as (
            update kernel.schedules set next_at = ${nextAt}
            where service = ${it.service} and name = ${it.name} and cron = ${it.text} and next_at <= ${now} returning 1)
          insert into kernel.jobs (id, service, name, singleton_key, input, caller, due_at)
          select ${newId()}::uuid, ${it.service}, ${it.name}, 'schedule', '{}'::json, ${origin}::json, ${now} from fired
          on conflict do nothing`.execute(tx),
        )
        it.nextAt = nextAt
      }
    },
  }
}
