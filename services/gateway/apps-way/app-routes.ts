import type { apps } from '@myna/contracts/apps'
import type { Context } from '@myna/kernel'
import type { FanOut } from '@myna/ports/fan-out'
import type { AppRoute } from '#apps-way/choose-version.ts'

/** What the way to applications needs of its gateway. */
export type AppsContext = Context<{ apps: typeof apps }, object, { appFetch: typeof fetch; fanOut?: FanOut | undefined }>

const rememberedMs = 5_000
const rememberedAtMost = 10_000
const topic = 'gateway.apps'

/** Where requests of applications go; what the service says is remembered for some seconds, and forgotten when it says that it has changed. */
export function createAppRoutes(context: AppsContext) {
  const remembered = new Map<string, { route: Promise<AppRoute>; until: number }>()
  const { fanOut } = context.ports
  const stop = fanOut?.subscribe(topic, (key) => void remembered.delete(key))
  return {
    /** Throws `apps.not_found`. */
    find(tenantId: string, slug: string): Promise<AppRoute> {
      const key = `${tenantId} ${slug}`
      const hit = remembered.get(key)
      if (hit && hit.until > Date.now()) return hit.route
      const route = asGateway(context, tenantId).call.apps.resolveApp({ slug })
      remembered.delete(key)
      if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value!)
      const entry = { route, until: Date.now() + rememberedMs }
      remembered.set(key, entry)
      route.catch(() => {
        if (remembered.get(key) === entry) remembered.delete(key)
      })
      return route
    },
    /** Forgets one here, and soon in every gateway. */
    forget(tenantId: string, slug: string): void {
      remembered.delete(`${tenantId} ${slug}`)
      fanOut?.publish(topic, `${tenantId} ${slug}`)
    },
    close: (): void => stop?.(),
  }
}

/** The gateway itself, in a tenant. */
export function asGateway(context: AppsContext, tenantId: string): AppsContext {
  return context.as({ tenantId, subject: 'service:gateway', roles: [], scopes: ['*'], traceId: context.caller.traceId })
}
