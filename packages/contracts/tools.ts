import { z } from 'zod'
import { event } from './event.ts'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'
import { Revision, SeenRevision } from './revision.ts'

const ToolName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'Use small letters, digits and _, such as check_stock.')
const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'A header name holds letters, digits and -.')

/** What using a tool changes in the world. Everything but `nothing` needs the caller's yes. */
export const Changes = z
  .enum(['nothing', 'records', 'people', 'money'])
  .meta({ id: 'Changes', description: 'What using a tool changes: all but `nothing` needs the yes of the caller.' })
export type Changes = z.infer<typeof Changes>

/** JSON Schema of an object. */
export const ParameterSchema = z
  .object({ type: z.literal('object'), properties: z.record(z.string(), z.unknown()).optional(), required: z.array(z.string()).optional() })
  .loose()
  .meta({ id: 'ParameterSchema', description: 'JSON Schema of an object: the parameters of a tool.' })
export type ParameterSchema = z.infer<typeof ParameterSchema>

export const HttpRequest = z
  .object({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string().trim().min(1).max(2000).describe('With `{parameter}` where a value belongs; values are escaped.'),
    headers: z.record(HeaderName, z.string().max(2000)).default({}).describe('Values are kept encrypted and never shown again.'),
    body: z
      .enum(['json', 'none'])
      .default('json')
      .describe('`json`: parameters that are not in the address are sent as a JSON object (in the query for GET and DELETE).'),
  })
  .meta({ id: 'HttpRequest', description: 'How a tool over HTTP is asked.' })

export const Tool = z
  .object({
    id: Id,
    name: ToolName,
    title: z.string(),
    description: z.string().describe('When to use it and what it gives; models read this.'),
    kind: z.enum(['errand', 'http', 'plugin', 'mcp']).describe('`errand`: built in, notes what a caller wants for the people of the business.'),
    connectionId: Id.nullable(),
    parameters: ParameterSchema,
    changes: Changes,
    timeoutMs: z.number().int(),
    enabled: z.boolean(),
    request: HttpRequest.omit({ headers: true })
      .extend({ headerNames: z.array(z.string()) })
      .nullable(),
    missing: z.boolean().describe('Its plugin or server no longer has it.'),
    revision: Revision,
    updatedAt: Moment,
  })
  .meta({ id: 'Tool', description: 'Something an agent can do.' })
export type Tool = z.infer<typeof Tool>

export const Connection = z
  .object({
    id: Id,
    kind: z.enum(['mcp', 'plugin']),
    name: z.string(),
    url: z.string().nullable().describe('Of an MCP server.'),
    plugin: z.string().nullable().describe('Of a plugin: its name in the folder.'),
    health: z.enum(['unknown', 'well', 'failing']),
    lastError: z.string().nullable(),
    toolCount: z.number().int(),
    createdAt: Moment,
  })
  .meta({ id: 'ToolConnection', description: 'A plugin or MCP server that gives tools.' })

export const Plugin = z
  .object({
    name: z.string(),
    version: z.string(),
    title: z.string(),
    description: z.string(),
    hosts: z.array(z.string()).describe('Hosts it may fetch from.'),
    trouble: z.string().nullable().describe('Why it cannot be used, if so.'),
  })
  .meta({ id: 'Plugin', description: "A plugin in the operator's folder." })

export const ToolRun = z
  .object({
    id: Id,
    toolName: z.string(),
    agentId: Id.nullable(),
    conversationId: Id.nullable(),
    status: z.enum(['running', 'done', 'failed', 'tried', 'unsure']).describe('`tried`: a dry run; `unsure`: broken off, nobody knows whether it took effect.'),
    arguments: z.record(z.string(), z.unknown()),
    result: z.unknown().describe('What the tool answered, cut to 8,000 characters.'),
    sentence: z.string().nullable().describe('What went wrong, for people.'),
    confirmed: z.boolean(),
    tookMs: z.number(),
    at: Moment,
  })
  .meta({ id: 'ToolRun', description: 'One use of a tool.' })
export type ToolRun = z.infer<typeof ToolRun>

export const Errand = z
  .object({
    id: Id,
    kind: z.enum(['message', 'lead', 'meeting', 'meeting_change', 'meeting_cancellation', 'task', 'callback', 'opt_out']),
    fields: z.record(z.string(), z.unknown()).describe('What the caller gave, by slot.'),
    agentId: Id.nullable(),
    conversationId: Id.nullable(),
    state: z.enum(['open', 'done']),
    createdAt: Moment,
    doneAt: Moment.nullable(),
    doneBy: z.string().nullable(),
  })
  .meta({ id: 'Errand', description: 'What a caller asked for and an agent noted for the people of the business.' })
export type Errand = z.infer<typeof Errand>

const toolFields = {
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().max(2000),
  parameters: ParameterSchema,
  changes: Changes,
  timeoutMs: z.number().int().min(500).max(60_000),
  enabled: z.boolean(),
  request: HttpRequest,
}
const toolId = { toolId: Id }

/** What agents can do besides talk: tools over HTTP, of plugins and of MCP servers, and errands noted for people. */
export const tools = {
  listTools: operation({
    http: 'GET /tools',
    cache: { maxAgeMs: 5_000, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'List tools by name',
    access: 'tools:read',
    input: z.object({ ...PageInput, kind: Tool.shape.kind.optional(), q: z.string().max(200).optional() }),
    output: pageOf(Tool),
  }),
  getTool: operation({
    http: 'GET /tools/{toolId}',
    cache: { maxAgeMs: 5_000, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'Read a tool',
    access: 'tools:read',
    input: z.object(toolId),
    output: Tool,
    faults: ['tools.not_found'],
  }),
  addTool: operation({
    http: 'POST /tools',
    summary: 'Add a tool over HTTP',
    access: 'tools:write',
    input: z.object({
      name: ToolName,
      title: toolFields.title,
      description: toolFields.description.default(''),
      parameters: toolFields.parameters.default({ type: 'object' }),
      changes: toolFields.changes.default('records'),
      timeoutMs: toolFields.timeoutMs.default(10_000),
      enabled: toolFields.enabled.default(true),
      request: toolFields.request,
    }),
    output: Tool,
    faults: ['tools.name_taken', 'tools.schema_wrong', 'tools.address_wrong'],
  }),
  updateTool: operation({
    http: 'PATCH /tools/{toolId}',
    summary: 'Change a tool; of a plugin or server only what it changes, how long it may take and whether it is in use',
    access: 'tools:write',
    input: z.object({ ...toolId, ...z.object(toolFields).partial().shape, revision: SeenRevision }),
    output: Tool,
    faults: ['tools.not_found', 'tools.schema_wrong', 'tools.address_wrong', 'tools.not_yours_to_change', 'workspace.changed_meanwhile'],
  }),
  removeTool: operation({
    http: 'DELETE /tools/{toolId}',
    summary: 'Remove a tool over HTTP',
    access: 'tools:write',
    input: z.object(toolId),
    output: z.object({}),
    faults: ['tools.not_found', 'tools.not_yours_to_change'],
  }),
  runTool: operation({
    http: 'POST /tools/runs',
    summary: 'Use a tool; the same idempotency key acts once',
    access: 'tools:run',
    input: z.object({
      tool: ToolName.describe('Its name.'),
      arguments: z.record(z.string(), z.unknown()).default({}),
      confirmed: z.boolean().default(false).describe('The caller said yes to exactly these arguments.'),
      dryRun: z.boolean().default(false).describe('Check everything, do nothing.'),
      key: z.string().min(8).max(200).optional().describe('The same for every try of one act.'),
      agentId: Id.optional(),
      conversationId: Id.optional(),
    }),
    output: ToolRun,
    faults: ['tools.not_found', 'tools.disabled', 'tools.arguments_wrong', 'tools.needs_yes', 'tools.key_reused'],
  }),
  listRuns: operation({
    http: 'GET /tools/runs',
    summary: 'List uses of tools, newest first',
    access: 'tools:read',
    input: z.object({ ...PageInput, tool: z.string().max(64).optional(), conversationId: Id.optional() }),
    output: pageOf(ToolRun),
  }),

  listConnections: operation({
    http: 'GET /tools/connections',
    summary: 'List plugins in use and MCP servers',
    access: 'tools:read',
    input: z.object({ ...PageInput }),
    output: pageOf(Connection),
  }),
  addConnection: operation({
    http: 'POST /tools/connections',
    summary: 'Connect an MCP server or put a plugin to use; its tools ask the caller for a yes until told otherwise',
    access: 'tools:write',
    input: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('mcp'),
        name: z.string().trim().min(1).max(80),
        url: z.url({ protocol: /^https?$/ }).max(500),
        headers: z.record(HeaderName, z.string().max(2000)).default({}),
      }),
      z.object({ kind: z.literal('plugin'), plugin: z.string().min(1).max(80), settings: z.record(z.string().max(80), z.string().max(2000)).default({}) }),
    ]),
    output: Connection,
    faults: ['tools.connection_taken', 'tools.plugin_not_found', 'tools.server_unreachable'],
  }),
  refreshConnection: operation({
    http: 'POST /tools/connections/{connectionId}/refresh',
    summary: 'Ask a plugin or server again what tools it has',
    access: 'tools:write',
    input: z.object({ connectionId: Id }),
    output: Connection,
    faults: ['tools.connection_not_found', 'tools.server_unreachable'],
  }),
  removeConnection: operation({
    http: 'DELETE /tools/connections/{connectionId}',
    summary: 'Disconnect a plugin or server; its tools go with it',
    access: 'tools:write',
    input: z.object({ connectionId: Id }),
    output: z.object({}),
    faults: ['tools.connection_not_found'],
  }),
  listPlugins: operation({
    http: 'GET /tools/plugins',
    summary: "List plugins in the operator's folder",
    access: 'tools:read',
    input: z.object({}),
    output: z.object({ items: z.array(Plugin) }),
  }),

  listErrands: operation({
    http: 'GET /tools/errands',
    summary: 'List what callers asked for, newest first',
    access: 'tools:read',
    input: z.object({ ...PageInput, kind: Errand.shape.kind.optional(), state: Errand.shape.state.optional() }),
    output: pageOf(Errand),
  }),
  getErrand: operation({
    http: 'GET /tools/errands/{errandId}',
    summary: 'Read an errand',
    access: 'tools:read',
    input: z.object({ errandId: Id }),
    output: Errand,
    faults: ['tools.errand_not_found'],
  }),
  settleErrand: operation({
    http: 'PATCH /tools/errands/{errandId}',
    summary: 'Mark an errand as done, or open again',
    access: 'tools:run',
    input: z.object({ errandId: Id, state: Errand.shape.state }),
    output: Errand,
    faults: ['tools.errand_not_found'],
  }),
}

export const toolsEvents = {
  errandNoted: event({
    name: 'errand.noted',
    summary: 'An agent noted what a caller asked for.',
    data: z.object({ errandId: Id, kind: Errand.shape.kind, agentId: Id.nullable() }),
  }),
}
