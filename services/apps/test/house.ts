import { type apps as contract, appsEvents } from '@myna/contracts/apps'
import { auditEvents } from '@myna/contracts/audit'
import type { Caller } from '@myna/contracts/caller'
import { createGuardedWeb } from '@myna/fetch-guarded'
import { type AnyService, type Clock, defineService, reaction } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { probeDue } from '#jobs/probe-apps.ts'
import { apps } from '#service.ts'
import type { Tables } from '#store/tables.ts'

/** A house with applications on this machine and a service that writes down what is said. Time stands still until it is moved. */
export async function openApps() {
  const said: { event: string; tenantId: string; data: Record<string, unknown> }[] = []
  const write =
    (event: string) =>
    async (data: Record<string, unknown>, { tenantId }: { tenantId: string }) =>
      void said.push({ event, tenantId, data })
  const listener = defineService({
    name: 'listener',
    contract: {},
    needs: {},
    operations: {},
    hears: {
      onAct: reaction(auditEvents.actNoted, write('act.noted')),
      onChanged: reaction(appsEvents.appChanged, write('app.changed')),
      onUnwell: reaction(appsEvents.appUnwell, write('app.unwell')),
      onRecovered: reaction(appsEvents.appRecovered, write('app.recovered')),
    },
  }) as AnyService
  let now = Date.now()
  const clock: Clock = { now: () => new Date(now) }
  const web = createGuardedWeb({ allowHosts: ['127.0.0.1'], userAgent: 'MynaBot/test' })
  // Its own schedule must not ask behind the back of tests.
  const { jobs: _, ...withoutJobs } = apps
  const house = await openHouse({
    services: [withoutJobs as AnyService, listener],
    ports: { apps: { web, allowHosts: ['127.0.0.1'] } },
    contracts: { listener: {} },
    clock,
  })
  const contextOf = (caller: Caller) => house.house.contextFor('apps', { caller, signal: new AbortController().signal }) as unknown as Context
  return {
    house,
    said,
    appsOf: (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof contract>('apps', caller, how),
    contextOf,
    move(ms: number) {
      now += ms
    },
    /** Asks all that are due, of all tenants, as the schedule does. */
    probeDue: () =>
      probeDue(contextOf({ tenantId: null, subject: 'service:apps', roles: [], scopes: ['*'], traceId: 'schedule' }), new AbortController().signal),
    rowsOf: <R>(caller: Caller, work: (tx: Transaction<Tables>) => Promise<R>): Promise<R> => contextOf(caller).db.inTenant(caller, work),
    async close() {
      await house.close()
      await web.close()
    },
  }
}

/** The code of the fault a call ends with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no fault',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
}
