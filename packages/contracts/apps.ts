import { z } from 'zod'
import {
  App,
  AppHealth,
  AppLimits,
  AppProbe,
  AppSlug,
  AppUse,
  AppVersion,
  Configuration,
  ConfigurationField,
  ConfigurationValue,
  HealthChange,
  latencyEdgesMs,
  ProbeAnswer,
  ScopeName,
} from './apps-shapes.ts'
import { event } from './event.ts'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'A header name holds letters, digits and -.')
const Address = z.string().trim().min(1).max(500).describe('Where a version answers, such as `https://finder.example.com/v2`; paths are added to it.')

const settings = {
  name: z.string().trim().min(1).max(80),
  purpose: z.string().trim().max(500),
  scopes: z.array(ScopeName).max(40),
  headers: z.record(HeaderName, z.string().max(2000)).describe('Secret headers, such as a key; a name with an empty value keeps the value it has.'),
  probe: AppProbe,
  limits: AppLimits,
  enabled: z.boolean(),
}
const versionFields = { name: z.string().trim().min(1).max(40), url: Address, notes: z.string().trim().max(1000) }
const appId = { appId: Id }
const versionId = { ...appId, versionId: Id }

/** AI applications of an organisation: where they answer, how they do, how they are used. */
export const apps = {
  listApps: operation({
    http: 'GET /apps',
    summary: 'List applications by name',
    access: 'apps:read',
    input: z.object({ ...PageInput, q: z.string().max(200).optional(), health: AppHealth.optional() }),
    output: pageOf(App),
  }),
  getApp: operation({
    http: 'GET /apps/{appId}',
    summary: 'Read an application',
    access: 'apps:read',
    input: z.object(appId),
    output: App,
    faults: ['apps.not_found'],
  }),
  registerApp: operation({
    http: 'POST /apps',
    summary: 'Register an application with its first version; the secret it proves requests with is shown this once',
    access: 'apps:write',
    input: z.object({
      slug: AppSlug,
      name: settings.name,
      purpose: settings.purpose.default(''),
      scopes: settings.scopes.default([]),
      headers: settings.headers.default({}),
      probe: AppProbe.default({ path: '/', intervalSeconds: 60, timeoutMs: 5_000, expectedStatus: 200 }),
      limits: AppLimits.default({ timeoutMs: 30_000, idleMs: 60_000, maxRequestBytes: 10_485_760, maxAnswerBytes: 52_428_800 }),
      version: z.object({ name: versionFields.name.default('1'), url: versionFields.url, notes: versionFields.notes.default('') }),
    }),
    output: z.object({ app: App, signingSecret: z.string() }),
    faults: ['apps.slug_taken', 'apps.address_wrong', 'apps.address_private'],
  }),
  updateApp: operation({
    http: 'PATCH /apps/{appId}',
    summary: 'Change an application, or switch it on or off',
    access: 'apps:write',
    input: z.object({ ...appId, ...z.object(settings).partial().shape }),
    output: App,
    faults: ['apps.not_found'],
  }),
  deleteApp: operation({
    http: 'DELETE /apps/{appId}',
    summary: 'Delete an application with its versions, secrets and history',
    access: 'apps:write',
    input: z.object(appId),
    output: z.object({}),
    faults: ['apps.not_found'],
  }),
  rotateSigningSecret: operation({
    http: 'POST /apps/{appId}/signing-secret',
    summary: 'Make a new secret to prove requests with; for a day requests are signed with the old one too',
    access: 'apps:write',
    input: z.object(appId),
    output: z.object({ signingSecret: z.string(), oldUntil: Moment }),
    faults: ['apps.not_found'],
  }),

  listVersions: operation({
    http: 'GET /apps/{appId}/versions',
    summary: 'List versions, newest first',
    access: 'apps:read',
    input: z.object({ ...appId, ...PageInput }),
    output: pageOf(AppVersion),
    faults: ['apps.not_found'],
  }),
  registerVersion: operation({
    http: 'POST /apps/{appId}/versions',
    summary: 'Register a version; nobody reaches it before it is activated or given a share',
    access: 'apps:write',
    input: z.object({ ...appId, name: versionFields.name, url: versionFields.url, notes: versionFields.notes.default('') }),
    output: AppVersion,
    faults: ['apps.not_found', 'apps.version_taken', 'apps.address_wrong', 'apps.address_private'],
  }),
  removeVersion: operation({
    http: 'DELETE /apps/{appId}/versions/{versionId}',
    summary: 'Remove a version that nobody reaches',
    access: 'apps:write',
    input: z.object(versionId),
    output: z.object({}),
    faults: ['apps.not_found', 'apps.version_not_found', 'apps.version_in_use'],
  }),
  activateVersion: operation({
    http: 'POST /apps/{appId}/versions/{versionId}/activation',
    summary: 'Send all requests to a version; ends a trial',
    access: 'apps:write',
    input: z.object(versionId),
    output: App,
    faults: ['apps.not_found', 'apps.version_not_found'],
  }),
  rollBack: operation({
    http: 'POST /apps/{appId}/rollback',
    summary: 'Send all requests to the version that was active before; ends a trial',
    access: 'apps:write',
    input: z.object(appId),
    output: App,
    faults: ['apps.not_found', 'apps.nothing_to_roll_back'],
  }),
  shareTraffic: operation({
    http: 'PUT /apps/{appId}/share',
    summary: 'Give a version a share of the requests beside the active one; 0 percent ends the trial',
    access: 'apps:write',
    input: z.object({ ...versionId, percent: z.number().int().min(0).max(99) }),
    output: App,
    faults: ['apps.not_found', 'apps.version_not_found', 'apps.version_in_use'],
  }),

  getConfiguration: operation({
    http: 'GET /apps/{appId}/configuration',
    summary: 'Read the settings of an application; secrets are masked',
    access: 'apps:read',
    input: z.object(appId),
    output: Configuration,
    faults: ['apps.not_found'],
  }),
  saveConfiguration: operation({
    http: 'PUT /apps/{appId}/configuration',
    summary: 'Save the settings of an application; a secret without a value keeps the one it has',
    access: 'apps:write',
    input: z.object({ ...appId, fields: z.array(ConfigurationField).max(40), values: z.record(z.string(), ConfigurationValue) }),
    output: Configuration,
    faults: ['apps.not_found', 'apps.configuration_wrong'],
  }),

  probeApp: operation({
    http: 'POST /apps/{appId}/probes',
    summary: 'Ask the versions in use now how they are',
    access: 'apps:write',
    input: z.object(appId),
    output: z.object({ items: z.array(ProbeAnswer) }),
    faults: ['apps.not_found'],
  }),
  listProbes: operation({
    http: 'GET /apps/{appId}/probes',
    summary: 'List answers to health questions, newest first',
    access: 'apps:read',
    input: z.object({ ...appId, ...PageInput, versionId: Id.optional() }),
    output: pageOf(ProbeAnswer),
    faults: ['apps.not_found'],
  }),
  listHealthChanges: operation({
    http: 'GET /apps/{appId}/health',
    summary: 'List when versions began to do better or worse, newest first',
    access: 'apps:read',
    input: z.object({ ...appId, ...PageInput }),
    output: pageOf(HealthChange),
    faults: ['apps.not_found'],
  }),
  getStatistics: operation({
    http: 'GET /apps/{appId}/statistics',
    summary: 'Requests, errors and latency by version and hour',
    access: 'apps:read',
    input: z.object({ ...appId, from: Moment, to: Moment }),
    output: z.object({ items: z.array(AppUse) }),
    faults: ['apps.not_found'],
  }),

  listUsableApps: operation({
    http: 'GET /apps/usable',
    summary: 'List the applications that are switched on, by name',
    access: 'apps:run',
    input: z.object({ ...PageInput }),
    output: pageOf(App.pick({ id: true, slug: true, name: true, purpose: true, health: true })),
  }),
  resolveApp: operation({
    http: 'GET /apps/routes/{slug}',
    summary: 'Where the requests of an application go; secrets are sealed for the tenant',
    access: 'service',
    input: z.object({ slug: z.string().max(60) }),
    output: z.object({
      appId: Id,
      enabled: z.boolean(),
      scopes: z.array(ScopeName),
      limits: AppLimits,
      versions: z.array(z.object({ id: Id, name: z.string(), url: z.string(), role: AppVersion.shape.role, health: AppHealth })),
      trialPercent: z.number().int(),
      sealedSigningSecrets: z.array(z.string()).describe('The newest first.'),
      sealedHeaders: z.string().nullable().describe('JSON object of `{ value, origins }` by name: the places a secret is for.'),
      sealedValues: z.string().nullable().describe('The same for settings that are secrets.'),
      values: z.record(z.string(), ConfigurationValue).describe('Settings that are not.'),
    }),
    faults: ['apps.not_found'],
  }),
  noteUses: operation({
    http: 'POST /apps/uses',
    summary: 'Add up how versions were used',
    access: 'service',
    input: z.object({
      items: z
        .array(
          z.object({
            appId: Id,
            versionId: Id,
            hour: Moment,
            requests: z.number().int().min(0),
            errors: z.number().int().min(0),
            latencies: z.array(z.number().int().min(0)).length(latencyEdgesMs.length + 1),
          }),
        )
        .max(500),
    }),
    output: z.object({}),
  }),
}

const unwellData = z.object({
  appId: Id,
  slug: z.string(),
  name: z.string(),
  versionId: Id,
  versionName: z.string(),
  health: AppHealth,
  trouble: z.string().nullable(),
})

export const appsEvents = {
  appChanged: event({
    name: 'app.changed',
    summary: 'Where requests of an application go, or what goes with them, has changed.',
    data: z.object({ appId: Id, slug: z.string() }),
  }),
  appUnwell: event({ name: 'app.unwell', summary: 'A version in use began to fail, or went away.', data: unwellData }),
  appRecovered: event({ name: 'app.recovered', summary: 'A version in use is well again.', data: unwellData.omit({ trouble: true }) }),
}
