import { apps } from '@myna/apps'
import { apps as contract } from '@myna/contracts/apps'
import type { Caller } from '@myna/contracts/caller'
import { createGuardedFetch, createGuardedWeb } from '@myna/fetch-guarded'
import { type AnyService, defineService } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import type { AppsContext } from '#apps-way/app-routes.ts'
import { type AppsWay, createAppsWay } from '#apps-way/apps-way.ts'
import { mountApps } from '#apps-way/mount-apps.ts'

/** A house with applications and the way to them; who asks is told by a header, as if it had been proven. */
export async function openWay() {
  const callers = new Map<string, Caller>()
  let way: AppsWay | undefined
  const door = defineService<Record<never, never>, { apps: typeof contract }, object, { appFetch: typeof fetch }>({
    name: 'door',
    contract: {},
    needs: { apps: contract },
    operations: {},
    routes(app, contextFor) {
      const context = contextFor({ tenantId: null, subject: 'service:gateway', roles: [], scopes: ['*'], traceId: 'gateway' })
      way = createAppsWay(context as AppsContext)
      mountApps(app, way, {}, (request) => {
        const anonymous: Caller = { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId: String(request.id) }
        return { ...(callers.get(String(request.headers['x-test-caller'])) ?? anonymous), traceId: String(request.id) }
      })
    },
  }) as AnyService
  const allowHosts = ['127.0.0.1']
  const guarded = createGuardedFetch({ allowHosts, connections: 100 })
  const web = createGuardedWeb({ allowHosts, userAgent: 'MynaBot/test' })
  const { jobs: _, ...withoutJobs } = apps
  const house = await openHouse({
    services: [withoutJobs as AnyService, door],
    ports: { apps: { web, allowHosts }, door: { appFetch: guarded.fetch } },
    contracts: { door: {} },
  })

  /** An organisation with one application, and a browser of one of its people. */
  async function openApp(url: string, it: { limits?: object; headers?: Record<string, string>; scopes?: string[] } = {}, scopes = ['*']) {
    const caller = house.newCaller({ scopes })
    const name = caller.subject
    callers.set(name, caller)
    const client = house.client<typeof contract>('apps', { ...caller, scopes: ['*'] })
    const limits = { timeoutMs: 5_000, idleMs: 5_000, maxRequestBytes: 2_000_000, maxAnswerBytes: 4_000_000, ...it.limits }
    const { app, signingSecret } = await client.registerApp({ slug: 'finder', name: 'Finder', version: { url }, ...it, limits })
    return {
      caller,
      client,
      app,
      signingSecret,
      ask: (path: string, init: Omit<RequestInit, 'headers'> & { duplex?: 'half'; headers?: Record<string, string> } = {}) =>
        fetch(`${house.address}/api/v1/apps/finder/run${path}`, { redirect: 'manual', ...init, headers: { 'x-test-caller': name, ...init.headers } }),
      uses: async () => {
        await way!.flush()
        const now = Date.now()
        const { items } = await client.getStatistics({
          appId: app.id,
          from: new Date(now - 7_200_000).toISOString(),
          to: new Date(now + 7_200_000).toISOString(),
        })
        return items
      },
    }
  }

  return {
    house,
    openApp,
    forget: (tenantId: string) => way!.forget(tenantId, 'finder'),
    async close() {
      await way!.close()
      await house.close()
      await guarded.close()
      await web.close()
    },
  }
}

/** The code of the fault an answer tells. */
export async function codeOf(answer: Promise<Response>): Promise<unknown> {
  return ((await (await answer).json()) as { code: string }).code
}
