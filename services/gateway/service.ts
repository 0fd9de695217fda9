import { type Contract, contracts } from '@myna/contracts'
import { apps, appsEvents } from '@myna/contracts/apps'
import { gateway as contract } from '@myna/contracts/gateway'
import { identityEvents } from '@myna/contracts/identity-events'
import { workspace } from '@myna/contracts/workspace'
import { defineService, reaction } from '@myna/kernel'
import type { AppsContext } from '#apps-way/app-routes.ts'
import { type AppsWay, createAppsWay } from '#apps-way/apps-way.ts'
import { mountApps } from '#apps-way/mount-apps.ts'
import { accessStep } from '#access/access-step.ts'
import { type Context, needs, type Ports } from '#context.ts'
import { createAuthenticator } from '#edge/authenticator.ts'
import { type BrandContext, createFaces } from '#edge/brand-faces.ts'
import { mountConsole } from '#edge/console-files.ts'
import { exchangeOf } from '#edge/exchange.ts'
import type { Handshakes } from '#edge/handshakes.ts'
import { mountLocalAnswers } from '#edge/local-answers.ts'
import { anonymous } from '#edge/front.ts'
import { openEdge } from '#edge/open-edge.ts'
import { mountOpenapi } from '#edge/openapi-document.ts'
import type { Step } from '#edge/steps.ts'
import { limitStep } from '#limits/limit-step.ts'
import { checkAccessRules, getAccessRules, setAccessRulesIn } from '#operations/access-rules.ts'
import { listKeySettings, setKeySettingsIn } from '#operations/key-settings.ts'
import { createGetServer } from '#operations/get-server.ts'
import { getLimitsFrom, setLimitsIn } from '#operations/limits.ts'
import { listApiVersionsOf } from '#operations/list-api-versions.ts'
import { getPlatformAccess, setPlatformAccessIn } from '#operations/platform-access.ts'
import { getPlatformLimits, listTenantAllowances, setPlatformLimitsIn, setTenantAllowanceIn } from '#operations/platform-limits.ts'
import { listServicesBy, watchServicesBy } from '#operations/services.ts'
import { getPlatformTrafficFrom, getTrafficFrom, watchTrafficFrom } from '#operations/traffic.ts'
import { forgetDeadEvent, forgetDeadJob, getWork, listDeadEvents, listDeadJobs, retryDeadEvent, retryDeadJob } from '#operations/work.ts'
import { onRulesChangedIn } from '#reactions/on-rules-changed.ts'
import { createGate } from '#store/gate.ts'
import type { Tables } from '#store/tables.ts'
import { trafficStep } from '#traffic/traffic-step.ts'
import type { VersionEntry } from '#versions/api-versions.ts'
import { versionStep } from '#versions/version-step.ts'

const self = { tenantId: null, subject: 'service:gateway', roles: [], scopes: ['*'], traceId: 'gateway' }

/**
 * Makes the public door of a process; it remembers credentials for some seconds, and holds rules, limits and what it counts in memory. `leadsToApps`: it needs the
 * service of applications, and leads to them; `wearsBrands`: it needs the workspace, and shows the console in the brand of the domain it was asked at.
 */
export function createGateway(options: { versions?: readonly VersionEntry[]; leadsToApps?: boolean; wearsBrands?: boolean } = {}) {
  const authenticator = createAuthenticator()
  const gate = createGate(options)
  const steps: Step[] = [trafficStep(gate), accessStep(gate), limitStep(gate), versionStep(gate)]
  let edge: ReturnType<typeof openEdge>
  let handshakes: Handshakes
  let appsWay: AppsWay | undefined
  return defineService<typeof contract, typeof needs, Tables, Ports>({
    name: 'gateway',
    contract,
    needs: Object.assign({}, needs, options.leadsToApps ? { apps } : {}, options.wearsBrands ? { workspace } : {}),
    operations: {
      listServices: listServicesBy(gate),
      getServer: createGetServer(),
      watchServices: watchServicesBy(gate),
      getWork,
      listDeadJobs,
      retryDeadJob,
      forgetDeadJob,
      listDeadEvents,
      retryDeadEvent,
      forgetDeadEvent,
      getTraffic: getTrafficFrom(gate),
      watchTraffic: watchTrafficFrom(gate),
      getPlatformTraffic: getPlatformTrafficFrom(gate),
      getLimits: getLimitsFrom(gate),
      setLimits: setLimitsIn(gate),
      listKeySettings,
      setKeySettings: setKeySettingsIn(gate),
      getPlatformLimits,
      setPlatformLimits: setPlatformLimitsIn(gate),
      listTenantAllowances,
      setTenantAllowance: setTenantAllowanceIn(gate),
      getAccessRules,
      setAccessRules: setAccessRulesIn(gate),
      checkAccessRules,
      getPlatformAccess,
      setPlatformAccess: setPlatformAccessIn(gate),
      listApiVersions: listApiVersionsOf(gate),
    },
    migrations: new URL('./migrations/', import.meta.url),
    async start(context) {
      const stop = await gate.open(context)
      return async () => {
        await appsWay?.close()
        await stop?.()
      }
    },
    // The front has found out already, but for handshakes, which do not come by there.
    authenticate: ({ raw }, _context, anonymous) => exchangeOf(raw)?.caller ?? (raw.headers.upgrade === undefined ? anonymous : handshakes.callerOf(raw)),
    upgrade: (request, duplex, head) => void handshakes.pass(request, duplex, head),
    drainUpgrades() {
      handshakes.drain()
      edge.drain()
    },
    routes(app, contextFor) {
      const context = contextFor(self)
      gate.tellWhoIsHere((service) => {
        const first = Object.values((contracts as Record<string, Contract>)[service] ?? {}).find((it) => it.kind !== 'socket')
        const [method = '', path = ''] = first?.http.split(' ') ?? []
        return app.hasRoute({ method: method as 'GET', url: `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}` })
      })
      edge = openEdge(context, authenticator)
      mountLocalAnswers(app, edge.way)
      if (options.leadsToApps) {
        appsWay = createAppsWay(context as unknown as AppsContext)
        mountApps(app, appsWay, edge.way.securityHeaders, ({ raw, id, ip }) => exchangeOf(raw)?.caller ?? anonymous({ traceId: String(id), ip }))
      }
      mountOpenapi(app, context.ports)
      mountConsole(app, context.ports, options.wearsBrands ? createFaces(context as unknown as BrandContext, context.ports.publicUrl) : undefined)
    },
    front(door) {
      const opened = edge.open(door, steps)
      handshakes = opened.handshakes
      return opened.front
    },
    hears: {
      onSessionsRevoked: reaction(identityEvents.sessionsRevoked, async (_data, _context: Context) => authenticator.forgetAll()),
      onRulesChanged: onRulesChangedIn(gate),
      onAppChanged: reaction(appsEvents.appChanged, async ({ slug }, { tenantId }: Context) => appsWay?.forget(tenantId, slug)),
    },
  })
}
