import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Caller } from '@myna/contracts/caller'
import { inRelay } from '#db/in-relay.ts'
import { newId } from '#db/ids.ts'
import type { Database } from '#db/open-database.ts'
import { relayRole } from '#db/roles.ts'
import type { JobSender, JobState } from '#jobs/job.ts'
import type { JobBinding } from '#jobs/jobs.ts'
import { announceJobs } from '#jobs/news.ts'
import { originOf } from '#jobs/service-caller.ts'
import type { Clock } from '#clock.ts'

type JobSenderOptions = { database: Database; service: string; caller: Caller; definitions: readonly JobBinding[]; clock: Clock }

/** How `caller` sends and watches the jobs of one service. `send` throws when there is no such job or its input does not fit. */
export function createJobSender(it: JobSenderOptions): JobSender {
  const mine = sql`service = ${it.service} and tenant_id is not distinct from ${it.caller.tenantId}::uuid`
  const origin = JSON.stringify(originOf(it.caller))

  return {
    async send(tx, name, input, options = {}) {
      const binding = it.definitions.find((job) => job.service === it.service && job.name === name)
      if (!binding) throw new Error(`${it.service} has no job ${name}`)
      const json = JSON.stringify(input ?? {})
      const fits = await z.safeParseAsync(binding.definition.input, JSON.parse(json))
      if (!fits.success) throw new Error(`job ${it.service}.${name} refuses its input: ${z.prettifyError(fits.error)}`)
      const id = newId()
      const key = options.singletonKey ?? null
      const dueAt = options.startAfter ?? it.clock.now()
      // What is in the way may end between the two statements: then there is room.
      for (;;) {
        const { numAffectedRows } = await sql`
          insert into kernel.jobs (id, tenant_id, service, name, singleton_key, input, caller, due_at)
          values (${id}::uuid, ${it.caller.tenantId}::uuid, ${it.service}, ${name}, ${key}, ${json}::json, ${origin}::json, ${dueAt})
          on conflict do nothing`.execute(tx)
        if (numAffectedRows) {
          announceJobs(tx, it.service)
          return id
        }
        const inTheWay = await readAsKernel(tx, () =>
          sql<{ id: string }>`
            select id from kernel.jobs
            where ${mine} and name = ${name} and singleton_key = ${key} and state in ('waiting', 'running', 'retrying')`.execute(tx),
        )
        if (inTheWay.rows[0]) return inTheWay.rows[0].id
      }
    },

    async cancel(id) {
      await inRelay(it.database, (tx) =>
        sql`
          with asked as (
            update kernel.jobs set cancel_asked = true, state = case when state = 'running' then state else 'cancelled' end,
              ended_at = case when state <> 'running' then ${it.clock.now()}::timestamptz end
            where id = ${id}::uuid and ${mine} and state in ('waiting', 'retrying', 'running') returning id, state)
          select pg_notify('kernel_jobs', id::text) from asked where state = 'running'`.execute(tx),
      )
    },

    async get(id) {
      const { rows } = await inRelay(it.database, (tx) =>
        sql<JobState>`select id, name, state, attempt, progress, error from kernel.jobs where id = ${id}::uuid and ${mine}`.execute(tx),
      )
      return rows[0]
    },
  }
}

/** Services may add jobs but not read them, so the transaction is the kernel's for one question and then the service's again. */
async function readAsKernel<R>(tx: Transaction<any>, ask: () => Promise<R>): Promise<R> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role, set_config('role', ${relayRole}, true)`.execute(tx)
  const answer = await ask()
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(tx)
  return answer
}
