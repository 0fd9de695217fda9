import { z } from 'zod'
import { AccessCheck, AccessInput, AccessState, AddressRange, PlatformAccess } from './gateway-access.ts'
import { KeySettings, LimitsState, OwnLimits, PlatformLimits, PlatformLimitsState, TenantAllowance } from './gateway-limits.ts'
import { PlatformTraffic, Traffic } from './gateway-traffic.ts'
import { DeadEvent, DeadJob, ServiceWork } from './gateway-work.ts'
import { event } from './event.ts'
import { operation, stream } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

export const ServiceInstance = z
  .object({
    address: z.string().nullable().describe('Null: this very process.'),
    state: z.enum(['well', 'resting', 'away']).describe('`resting` has failed and is left alone for a moment; `away` does not answer its health questions.'),
    inFlight: z.number().int(),
    latencyMs: z.number().nullable().describe('In the middle, lately; null before the first answer.'),
    requests: z.number().int().describe('Of this gateway, since it was started.'),
    failures: z.number().int(),
    version: z.string().nullable().describe('Null where it is not known.'),
    startedAt: Moment.nullable(),
    seenAt: Moment.nullable().describe('When it last answered a health question.'),
  })
  .meta({ id: 'ServiceInstance', description: 'One process that runs a service, as this gateway sees it.' })
export type ServiceInstance = z.infer<typeof ServiceInstance>

export const ServiceState = z
  .object({
    name: z.string(),
    where: z.enum(['here', 'elsewhere', 'nowhere']).describe('`nowhere`: neither in this process nor at an address that is known.'),
    state: z.enum(['well', 'degraded', 'away']).describe('`degraded`: some instances are not well, or many answers are errors.'),
    operations: z.number().int(),
    instances: z.array(ServiceInstance),
    requests: z.number().int().describe('In the last five minutes, of this gateway.'),
    errors: z.number().int().describe('Of those, the ones that failed by our fault (5xx).'),
    p50Ms: z.number().nullable(),
    p99Ms: z.number().nullable(),
  })
  .meta({ id: 'ServiceState', description: 'How a service does, as this gateway sees it.' })
export type ServiceState = z.infer<typeof ServiceState>

export const ServicesState = z
  .object({ at: Moment, version: z.string(), startedAt: Moment.describe('When the process that answers was started.'), services: z.array(ServiceState) })
  .meta({ id: 'ServicesState', description: 'All services, as the gateway that answers sees them.' })
export type ServicesState = z.infer<typeof ServicesState>

export const EngineState = z
  .object({
    name: z.string().describe('What it is for.'),
    kind: z.string().describe('Which one it is, such as PostgreSQL or embedded.'),
    state: z.enum(['well', 'bad']),
    sentence: z.string().describe('How it was when it was used, or what to do.'),
  })
  .meta({ id: 'EngineState', description: 'An engine the server stands on, as it was when it was used.' })
export type EngineState = z.infer<typeof EngineState>

export const ApiVersion = z
  .object({
    version: z.string().describe('A date, such as `2026-11-01`: the value of the header `Myna-Version`.'),
    state: z.enum(['current', 'supported', 'deprecated']),
    deprecatedAt: Moment.nullable(),
    sunsetAt: Moment.nullable().describe('Not answered any more after this.'),
    changes: z.array(z.string()).describe('What is different from the version before it.'),
  })
  .meta({ id: 'ApiVersion', description: 'A version of the API by date.' })
export type ApiVersion = z.infer<typeof ApiVersion>

const range = { from: Moment.optional().describe('A day ago unless given.'), to: Moment.optional().describe('Now unless given.') }

/** The public door: who comes through, how often, from where, in which version, and how the services behind it do. */
export const gateway = {
  listServices: operation({
    http: 'GET /gateway/services',
    summary: 'List services, their instances and how they do',
    access: 'platform:read',
    input: z.object({}),
    output: ServicesState,
  }),
  watchServices: stream({
    http: 'GET /gateway/services/events',
    summary: 'Watch services, every two seconds',
    access: 'platform:read',
    input: z.object({}),
    output: ServicesState,
  }),

  getServer: operation({
    http: 'GET /gateway/server',
    summary: 'Read what the server that answers stands on: version, data folder and engines, each used just now',
    access: 'platform:read',
    input: z.object({}),
    output: z.object({ at: Moment, version: z.string(), dataFolder: z.string().nullable(), engines: z.array(EngineState) }),
  }),

  getWork: operation({
    http: 'GET /gateway/platform/work',
    summary: 'What services have yet to do and to hear, over all organisations',
    access: 'platform:read',
    input: z.object({}),
    output: z.object({ services: z.array(ServiceWork).describe('By name; those with nothing are left out.') }),
  }),
  listDeadJobs: operation({
    http: 'GET /gateway/platform/dead-jobs',
    summary: 'List jobs that used up their attempts, latest first',
    access: 'platform:read',
    input: z.object({ ...PageInput, service: z.string().max(60).optional() }),
    output: pageOf(DeadJob),
  }),
  retryDeadJob: operation({
    http: 'POST /gateway/platform/dead-jobs/{jobId}/retry',
    summary: 'Give a dead job all its attempts again',
    access: 'platform:write',
    input: z.object({ jobId: Id }),
    output: z.object({}),
    faults: ['request.not_found'],
  }),
  forgetDeadJob: operation({
    http: 'DELETE /gateway/platform/dead-jobs/{jobId}',
    summary: 'Remove a dead job: it is never done',
    access: 'platform:write',
    input: z.object({ jobId: Id }),
    output: z.object({}),
    faults: ['request.not_found'],
  }),
  listDeadEvents: operation({
    http: 'GET /gateway/platform/dead-events',
    summary: 'List events that services failed to take in, latest first; one that several failed to take in is there for each',
    access: 'platform:read',
    input: z.object({ ...PageInput, service: z.string().max(60).optional() }),
    output: pageOf(DeadEvent),
  }),
  retryDeadEvent: operation({
    http: 'POST /gateway/platform/dead-events/{eventId}/retry',
    summary: 'Deliver an event again to the services that failed to take it in, or to one of them',
    access: 'platform:write',
    input: z.object({ eventId: Id, service: z.string().max(60).optional() }),
    output: z.object({ services: z.number().int().describe('To how many.') }),
    faults: ['request.not_found'],
  }),
  forgetDeadEvent: operation({
    http: 'DELETE /gateway/platform/dead-events/{eventId}',
    summary: 'Leave it at that: services that failed to take an event in, or one of them, never get it',
    access: 'platform:write',
    input: z.object({ eventId: Id, service: z.string().max(60).optional() }),
    output: z.object({ services: z.number().int().describe('For how many.') }),
    faults: ['request.not_found'],
  }),

  getTraffic: operation({
    http: 'GET /gateway/traffic',
    summary: 'Requests of this organisation over time, by operation and by key, with latency and errors',
    access: 'traffic:read',
    input: z.object({ ...range, route: z.string().max(120).optional(), keyId: Id.optional() }),
    output: Traffic,
  }),
  watchTraffic: stream({
    http: 'GET /gateway/traffic/events',
    summary: 'Watch the requests of the last quarter of an hour, every five seconds',
    access: 'traffic:read',
    input: z.object({}),
    output: Traffic,
  }),
  getPlatformTraffic: operation({
    http: 'GET /gateway/platform/traffic',
    summary: 'Requests of all organisations over time, by operation and by organisation',
    access: 'platform:read',
    input: z.object({ ...range, route: z.string().max(120).optional() }),
    output: PlatformTraffic,
  }),

  getLimits: operation({
    http: 'GET /gateway/limits',
    summary: 'Read which limits hold for this organisation, and how much of them is used',
    access: 'access:read',
    input: z.object({}),
    output: LimitsState,
  }),
  setLimits: operation({
    http: 'PUT /gateway/limits',
    summary: 'Set limits of its own for this organisation, below those of the platform',
    access: 'access:write',
    input: z.object({ own: OwnLimits, revision: z.number().int().optional() }),
    output: LimitsState,
    faults: ['gateway.changed_meanwhile'],
  }),
  listKeySettings: operation({
    http: 'GET /gateway/keys',
    summary: 'List API keys that have a limit or a version of their own',
    access: 'access:read',
    input: z.object({ ...PageInput }),
    output: pageOf(KeySettings),
  }),
  setKeySettings: operation({
    http: 'PUT /gateway/keys/{keyId}',
    summary: 'Give an API key a limit or a version of its own; null for neither',
    access: 'access:write',
    input: KeySettings,
    output: KeySettings,
    faults: ['gateway.version_unknown', 'gateway.too_many_keys'],
  }),
  getPlatformLimits: operation({
    http: 'GET /gateway/platform/limits',
    summary: 'Read the limits of the platform',
    access: 'platform:read',
    input: z.object({}),
    output: PlatformLimitsState,
  }),
  setPlatformLimits: operation({
    http: 'PUT /gateway/platform/limits',
    summary: 'Set the limits of the platform; what is left out goes back to its first value',
    access: 'platform:write',
    input: z.object({ limits: PlatformLimits.partial(), revision: z.number().int().optional() }),
    output: PlatformLimitsState,
    faults: ['gateway.changed_meanwhile'],
  }),
  listTenantAllowances: operation({
    http: 'GET /gateway/platform/allowances',
    summary: 'List organisations whose limits differ from those of the platform',
    access: 'platform:read',
    input: z.object({ ...PageInput }),
    output: pageOf(TenantAllowance),
  }),
  setTenantAllowance: operation({
    http: 'PUT /gateway/platform/allowances/{tenantId}',
    summary: 'Give an organisation limits other than those of the platform; an empty set takes them back',
    access: 'platform:write',
    input: TenantAllowance,
    output: TenantAllowance,
  }),

  getAccessRules: operation({
    http: 'GET /gateway/access',
    summary: 'Read from which addresses and websites this organisation may be reached',
    access: 'access:read',
    input: z.object({}),
    output: AccessState,
  }),
  setAccessRules: operation({
    http: 'PUT /gateway/access',
    summary: 'Set from which addresses and websites this organisation may be reached; refused when it would lock you out, unless you say so',
    access: 'access:write',
    input: AccessInput.extend({
      revision: z.number().int().optional(),
      evenIfLockedOut: z.boolean().default(false).describe('Set the rules although your own address would be refused.'),
    }),
    output: AccessState,
    faults: ['gateway.would_lock_out', 'gateway.changed_meanwhile'],
  }),
  checkAccessRules: operation({
    http: 'POST /gateway/access/check',
    summary: 'Try rules on an address, your own unless given, without setting them',
    access: 'access:read',
    input: AccessInput.extend({ address: z.string().trim().max(60).optional() }),
    output: AccessCheck,
  }),
  getPlatformAccess: operation({
    http: 'GET /gateway/platform/access',
    summary: 'Read which addresses the platform refuses',
    access: 'platform:read',
    input: z.object({}),
    output: PlatformAccess,
  }),
  setPlatformAccess: operation({
    http: 'PUT /gateway/platform/access',
    summary: 'Set which addresses the platform refuses; refused when it would lock you out, unless you say so',
    access: 'platform:write',
    input: z.object({ deny: z.array(AddressRange).max(10_000), revision: z.number().int().optional(), evenIfLockedOut: z.boolean().default(false) }),
    output: PlatformAccess,
    faults: ['gateway.would_lock_out', 'gateway.changed_meanwhile'],
  }),

  listApiVersions: operation({
    http: 'GET /gateway/versions',
    summary: 'List versions of the API',
    access: 'public',
    input: z.object({}),
    output: z.object({ items: z.array(ApiVersion) }),
  }),
}

/** What the gateway tells its own processes. */
export const gatewayEvents = {
  rulesChanged: event({
    name: 'gateway-rules.changed',
    summary: 'Limits or rules of access changed; who holds them in memory reads them anew.',
    data: z.object({ tenantId: Id.nullable().describe('Null: those of the platform.') }),
  }),
}
