import { z } from 'zod'
import { Id, Moment } from './page.ts'

/** How an application is called in addresses. */
export const AppSlug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Use small letters, digits and -, such as price-finder.')
  .max(60)
/** A right such as `agents:read`. */
export const ScopeName = z.string().regex(/^[a-z]+:[a-z]+$/, 'A scope looks like agents:read.')

/** How a version does, by what its health questions were answered. */
export const AppHealth = z
  .enum(['unknown', 'well', 'failing', 'away'])
  .meta({ id: 'AppHealth', description: '`unknown`: not asked yet; `failing`: wrong or late answers; `away`: none for a while.' })
export type AppHealth = z.infer<typeof AppHealth>

export const AppVersion = z
  .object({
    id: Id,
    name: z.string(),
    url: z.string(),
    notes: z.string(),
    role: z.enum(['active', 'trial', 'idle']).describe('`trial`: gets a share of the requests beside the active one.'),
    health: AppHealth,
    healthSince: Moment.nullable(),
    createdAt: Moment,
    activatedAt: Moment.nullable().describe('When it last became active.'),
  })
  .meta({ id: 'AppVersion', description: 'One release of an application, at an address of its own.' })
export type AppVersion = z.infer<typeof AppVersion>

export const AppProbe = z
  .object({
    path: z
      .string()
      .regex(/^\/[^\s?#]*$/, 'A path begins with /.')
      .max(200)
      .describe('Asked by GET, below the address of a version.'),
    intervalSeconds: z.number().int().min(15).max(3600),
    timeoutMs: z.number().int().min(500).max(30_000),
    expectedStatus: z.number().int().min(200).max(599),
  })
  .meta({ id: 'AppProbe', description: 'The health question of an application.' })

export const AppLimits = z
  .object({
    timeoutMs: z.number().int().min(500).max(120_000).describe('Until the answer begins.'),
    idleMs: z.number().int().min(1_000).max(300_000).describe('Between two pieces of a body, either way.'),
    maxRequestBytes: z.number().int().min(0).max(104_857_600),
    maxAnswerBytes: z.number().int().min(1_024).max(1_073_741_824),
  })
  .meta({ id: 'AppLimits', description: 'What a request to an application may take.' })

export const App = z
  .object({
    id: Id,
    slug: AppSlug,
    name: z.string(),
    purpose: z.string(),
    enabled: z.boolean(),
    scopes: z.array(ScopeName).describe('Scopes of a caller that the application is told of; no others.'),
    headerNames: z.array(z.string()).describe('Secret headers sent to it; their values are never shown.'),
    probe: AppProbe,
    limits: AppLimits,
    active: z.object({ id: Id, name: z.string() }).nullable(),
    trial: z.object({ id: Id, name: z.string(), percent: z.number().int() }).nullable(),
    previous: z.object({ id: Id, name: z.string() }).nullable().describe('What a roll-back brings back.'),
    health: AppHealth.describe('Of the active version.'),
    healthSince: Moment.nullable(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'App', description: 'An AI application of an organisation, reached at `/api/v1/apps/{slug}/run/…`.' })
export type App = z.infer<typeof App>

export const ConfigurationField = z
  .object({
    name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and _, such as model_name.'),
    title: z.string().trim().min(1).max(80),
    help: z.string().max(300).default(''),
    kind: z.enum(['text', 'number', 'boolean', 'choice', 'secret']),
    choices: z.array(z.string().trim().min(1).max(80)).max(40).default([]).describe('Of a `choice`.'),
    required: z.boolean().default(false),
  })
  .meta({ id: 'ConfigurationField', description: 'One setting an application knows.' })
export type ConfigurationField = z.infer<typeof ConfigurationField>

/** The value of one setting of an application. */
export const ConfigurationValue = z.union([z.string().max(2_000), z.number(), z.boolean()])

export const Configuration = z
  .object({
    fields: z.array(ConfigurationField),
    values: z.record(z.string(), ConfigurationValue).describe('Secrets are not among them.'),
    secretsSet: z.array(z.string()).describe('Secrets that have a value.'),
    updatedAt: Moment.nullable(),
  })
  .meta({ id: 'AppConfiguration', description: 'Settings of an application; it receives them with every request.' })

export const ProbeAnswer = z
  .object({
    id: Id,
    versionId: Id,
    at: Moment,
    ok: z.boolean(),
    status: z.number().int().nullable(),
    tookMs: z.number(),
    trouble: z.string().nullable().describe('What was wrong, for people.'),
  })
  .meta({ id: 'ProbeAnswer', description: 'How a health question was answered.' })
export type ProbeAnswer = z.infer<typeof ProbeAnswer>

export const HealthChange = z
  .object({ id: Id, versionId: Id, versionName: z.string(), from: AppHealth, to: AppHealth, at: Moment, trouble: z.string().nullable() })
  .meta({ id: 'HealthChange', description: 'A version began to do better or worse.' })

export const AppUse = z
  .object({
    versionId: Id,
    versionName: z.string(),
    hour: Moment,
    requests: z.number().int(),
    errors: z.number().int(),
    p50Ms: z.number().nullable(),
    p95Ms: z.number().nullable(),
  })
  .meta({ id: 'AppUse', description: 'How a version was used in one hour; latency is until the answer begins, by buckets of a histogram.' })

/** Upper edges of the latency buckets of a histogram in ms; the last bucket has none. */
export const latencyEdgesMs = [5, 10, 20, 35, 50, 75, 100, 150, 250, 400, 650, 1_000, 2_000, 5_000, 15_000] as const
