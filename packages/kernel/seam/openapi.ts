import { type AnyOperation, type Contract, type EventShape, type FaultCode, faults, type Schema } from '@myna/contracts'
import { z } from 'zod'

type Json = Record<string, unknown>

/** Faults any operation may answer. */
const everyFault: readonly FaultCode[] = [
  'request.invalid',
  'request.unauthenticated',
  'request.forbidden',
  'request.too_many',
  'server.unexpected',
  'server.unavailable',
]

/** The OpenAPI 3.1 document of some contracts. Schemas with an id become components; every documented fault becomes an answer; events stand under `x-events`. */
export function openapi(contracts: Record<string, Contract>, version: string, events: Record<string, Record<string, EventShape>> = {}): Json {
  const components: Json = { Problem: problemSchema }
  const paths: Record<string, Json> = {}
  for (const [service, contract] of Object.entries(contracts)) {
    for (const [name, operation] of Object.entries(contract)) {
      const [method, path] = operation.http.split(' ') as [string, string]
      const url = `/api/v1${path}`
      paths[url] = { ...paths[url], [method.toLowerCase()]: operationJson(service, name, method, path, operation, components) }
    }
  }
  const told = Object.entries(events).flatMap(([service, its]) =>
    Object.values(its).map(({ name, summary, data }) => ({ name, service, summary, data: schemaJson(data, 'output', components) })),
  )
  return {
    openapi: '3.1.1',
    info: {
      title: 'Myna API',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Everything the console does, for programs. Sign in with an API key: `Authorization: Bearer myna_…`.',
    },
    servers: [{ url: '/' }],
    tags: Object.keys(contracts).map((name) => ({ name })),
    paths,
    ...(told.length > 0 ? { 'x-events': told } : {}),
    components: {
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => a.localeCompare(b))),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API key (`myna_…`) or an access token.' },
        session: { type: 'apiKey', in: 'cookie', name: 'myna_session' },
      },
    },
  }
}

function operationJson(service: string, name: string, method: string, path: string, operation: AnyOperation, components: Json): Json {
  const input = schemaJson(operation.input, 'input', components, false) as { properties?: Json; required?: string[] }
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map((it) => it[1]!))
  const inQuery = method === 'GET' || method === 'DELETE' || operation.kind === 'upload'
  const fields = Object.entries(input.properties ?? {})
  const parameters: Json[] = fields
    .filter(([field]) => inPath.has(field) || inQuery)
    .map(([field, schema]) => ({
      name: field,
      in: inPath.has(field) ? 'path' : 'query',
      required: inPath.has(field) || Boolean(input.required?.includes(field)),
      schema,
    }))
  if (operation.kind === 'answer' && method !== 'GET')
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } })
  if (operation.kind === 'stream') parameters.push({ name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } })
  const body = fields.filter(([field]) => !inPath.has(field) && !inQuery)
  const required = input.required?.filter((it) => body.some(([field]) => field === it)) ?? []
  return {
    operationId: `${service}.${name}`,
    tags: [service],
    summary: operation.summary,
    'x-access': operation.access,
    security: operation.access === 'public' ? [] : [{ bearer: [] }, { session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.kind === 'upload' ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } } : {}),
    ...(body.length > 0
      ? {
          requestBody: {
            required: required.length > 0,
            content: { 'application/json': { schema: { type: 'object', properties: Object.fromEntries(body), ...(required.length > 0 ? { required } : {}) } } },
          },
        }
      : {}),
    responses: { ...goodAnswer(operation, components), ...faultAnswers(operation) },
  }
}

function goodAnswer(operation: AnyOperation, components: Json): Json {
  switch (operation.kind) {
    case 'socket':
      return {
        101: {
          description: 'A WebSocket. JSON messages both ways and binary frames.',
          'x-up': schemaJson(operation.up, 'input', components),
          'x-down': schemaJson(operation.down, 'output', components),
        },
      }
    case 'bytes':
      return { 200: { description: 'The bytes.', content: { [operation.contentType]: { schema: {} } } } }
    case 'stream':
      return {
        200: {
          description: 'Server-sent events; each `data` is one of these.',
          content: { 'text/event-stream': { schema: schemaJson(operation.output, 'output', components) } },
        },
      }
    default:
      return { 200: { description: 'Done.', content: { 'application/json': { schema: schemaJson(operation.output, 'output', components) } } } }
  }
}

function faultAnswers(operation: AnyOperation): Json {
  const byStatus = new Map<number, FaultCode[]>()
  for (const code of [...everyFault, ...(operation.faults ?? [])]) {
    const { status } = faults[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${faults[code].message}`).join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'code', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    traceId: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', required: ['field', 'problem'], properties: { field: { type: 'string' }, problem: { type: 'string' } } },
    },
  },
}

/** JSON schema of a zod schema; named ones move to `components` and are referred to, unless `refer` is false for the outermost. */
function schemaJson(schema: Schema, io: 'input' | 'output', components: Json, refer = true): unknown {
  const {
    $schema: _,
    $defs,
    ...json
  } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> }
  for (const [name, part] of Object.entries($defs ?? {})) components[name] = rewritten(part)
  const named = rewritten(json)
  if (!refer || typeof named.id !== 'string') return named
  components[named.id] = named
  return { $ref: `#/components/schemas/${named.id}` }
}

function rewritten(json: Json): Json {
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'), (key, value) => (key === '$schema' ? undefined : value))
}
