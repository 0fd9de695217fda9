import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from '@myna/contracts/caller'
import { checkAccess, Fault, holds } from '@myna/kernel'
import { createAppBreakers } from '#apps-way/app-breakers.ts'
import { appAskedFor, appTarget } from '#apps-way/app-target.ts'
import { type AppsContext, createAppRoutes } from '#apps-way/app-routes.ts'
import { askApp } from '#apps-way/ask-app.ts'
import { type AppRoute, chooseVersion, namedVersion, type RouteVersion } from '#apps-way/choose-version.ts'
import { headOfAnswer, sendBody } from '#apps-way/send-answer.ts'
import { createUseCounts } from '#apps-way/use-counts.ts'

/** Says to which version a request goes; for those who may change the application. */
const versionHeader = 'x-app-version'
/** Requests with the same value go to the same version while one is on trial. */
const sessionHeader = 'x-app-session'
/** Requests of one application on their way at once, so that one that stalls does not hold all there is. */
const mostAtOnce = 200

export type AppsWay = ReturnType<typeof createAppsWay>

/** The way through the gateway to registered applications: `/api/v1/apps/{slug}/run/…`. */
export function createAppsWay(context: AppsContext) {
  const routes = createAppRoutes(context)
  const uses = createUseCounts(context)
  const breakers = createAppBreakers()
  const underway = new Map<string, number>()

  async function ask(request: IncomingMessage, response: ServerResponse, caller: Caller, url: string, gone: AbortSignal): Promise<void> {
    checkAccess('apps:run', caller)
    const [path, query] = halves(url)
    const to = appAskedFor(path)
    if (!to) throw new Fault('request.not_found')
    const tenantId = caller.tenantId!
    const route = await routes.find(tenantId, to.slug)
    if (!route.enabled) throw new Fault('apps.disabled', { appId: route.appId })
    const version = versionFor(route, request, caller)
    const target = appTarget(version.url, to.rest, query)
    if (!target) throw new Fault('request.invalid', {}, { fields: [{ field: 'path', problem: 'It leads out of the application.' }] })
    if ((underway.get(route.appId) ?? 0) >= mostAtOnce) throw new Fault('request.too_many', { appId: route.appId })
    underway.set(route.appId, (underway.get(route.appId) ?? 0) + 1)
    const began = performance.now()
    let latencyMs: number | undefined
    let isError = true
    try {
      const { answer, head } = await breakers.ask(version.id, async () => {
        const asked = await askApp(context, { request, caller, tenantId, route, version, target, gone })
        latencyMs = performance.now() - began
        try {
          return { answer: asked, head: headOfAnswer(asked, { route, version, target, slug: to.slug }), status: asked.status }
        } catch (error) {
          asked.body?.cancel().catch(() => {})
          throw error
        }
      })
      isError = head.status >= 500
      response.writeHead(head.status, head.headers)
      response.flushHeaders()
      await sendBody(answer, response, route.limits, gone)
    } catch (error) {
      // Whoever went away, or sent what cannot be taken, is no fault of the application.
      isError = !gone.aborted && !(error instanceof Fault && error.status < 500)
      throw error
    } finally {
      const left = underway.get(route.appId)! - 1
      if (left === 0) underway.delete(route.appId)
      else underway.set(route.appId, left)
      uses.count(tenantId, { appId: route.appId, versionId: version.id }, new Date(), { isError, latencyMs })
    }
  }

  return {
    /** Whether a path means an application. */
    isTo: (path: string): boolean => appAskedFor(path) !== undefined,
    /**
     * Passes a request on and its answer back. `url`: path and query as they came. Throws a fault while nothing was answered; once something was, trouble cuts the
     * connection. Resolves when all is over.
     */
    async pass(request: IncomingMessage, response: ServerResponse, caller: Caller, url: string): Promise<void> {
      const gone = new AbortController()
      const left = () => {
        if (!response.writableFinished) gone.abort()
      }
      response.once('close', left)
      try {
        await ask(request, response, caller, url, gone.signal)
      } catch (error) {
        if (!response.headersSent) throw error
        const detail = error instanceof Fault ? { code: error.code, ...error.detail } : {}
        if (!gone.signal.aborted) context.log.info({ err: error, detail, traceId: caller.traceId }, 'an answer of an application broke off')
        response.destroy()
      } finally {
        response.off('close', left)
      }
    },
    forget: routes.forget,
    /** Tells how applications were used up to now. */
    flush: uses.flush,
    async close(): Promise<void> {
      routes.close()
      await uses.close()
    },
  }
}

function versionFor(route: AppRoute, request: IncomingMessage, caller: Caller): RouteVersion {
  const { [versionHeader]: wanted, [sessionHeader]: session } = request.headers
  if (typeof wanted === 'string') {
    if (!holds(caller, 'apps:write')) throw new Fault('request.forbidden', { needs: 'apps:write', subject: caller.subject })
    const named = namedVersion(route, decoded(wanted))
    if (!named) throw new Fault('apps.version_not_found', { appId: route.appId })
    return named
  }
  const version = chooseVersion(route, typeof session === 'string' ? session : caller.traceId)
  if (!version) throw new Fault('apps.version_not_found', { appId: route.appId })
  return version
}

/** A header is ASCII: names with other letters come as in addresses. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function halves(url: string): [path: string, query: string] {
  const at = url.indexOf('?')
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at)]
}
