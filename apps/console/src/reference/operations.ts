import { faultOf, unreachable } from '@myna/sdk'
import { queryOptions } from '@tanstack/react-query'
import type { Components, Schema } from './schema.ts'

/** How an operation answers: once, event by event, with bytes, or as a conversation over a socket. */
export type Kind = 'answer' | 'stream' | 'bytes' | 'socket' | 'upload'

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }

/** One thing the API can be asked. `id` is `service.name`, as the SDK calls it. */
export type Operation = {
  id: string
  service: string
  method: string
  path: string
  summary: string
  access: string
  kind: Kind
  parameters: Parameter[]
  body: Schema | undefined
  answer: Schema | undefined
  contentType: string | undefined
  up: Schema | undefined
  faults: { status: number; code: string; sentence: string }[]
}

/** The API as the server describes it. */
export type Reference = { operations: Operation[]; events: ToldEvent[]; components: Components }
/** A fact a service tells the others, and its shape. */
export type ToldEvent = { name: string; service: string; summary: string; data: Schema }

type Content = Record<string, { schema?: Schema }>
type Answer = { description: string; content?: Content; 'x-up'?: Schema; 'x-down'?: Schema }
type Raw = {
  operationId: string
  tags: string[]
  summary: string
  'x-access': string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, Answer>
}
/** The OpenAPI 3.1 document, as far as it is read here. */
export type OpenapiDocument = { paths: Record<string, Record<string, Raw>>; components: { schemas: Components }; 'x-events'?: ToldEvent[] }

/** What the server says it can be asked. */
export const referenceQuery = queryOptions({
  queryKey: ['reference'],
  queryFn: async ({ signal }) => {
    const away = (error: unknown) => Promise.reject(signal.aborted ? error : unreachable(error))
    const response = await fetch('/api/v1/openapi.json', { signal }).catch(away)
    if (!response.ok) throw await faultOf(response)
    return readReference((await response.json().catch(away)) as OpenapiDocument)
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** Reads the operations out of an OpenAPI document. */
export function readReference({ paths, components, 'x-events': events = [] }: OpenapiDocument): Reference {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => readOperation(path, method.toUpperCase(), raw)),
  )
  return { operations, events, components: components.schemas }
}

function readOperation(path: string, method: string, raw: Raw): Operation {
  const good = Object.entries(raw.responses).find(([status]) => Number(status) < 300)
  const [contentType, content] = Object.entries(good?.[1].content ?? {})[0] ?? []
  const [bodyType, body] = Object.entries(raw.requestBody?.content ?? {})[0] ?? []
  return {
    id: raw.operationId,
    service: raw.tags[0] ?? '',
    method,
    path,
    summary: raw.summary,
    access: raw['x-access'],
    kind: wireKind(good?.[0], contentType, bodyType),
    parameters: raw.parameters ?? [],
    body: bodyType === 'application/json' ? body?.schema : undefined,
    answer: good?.[1]['x-down'] ?? content?.schema,
    contentType,
    up: good?.[1]['x-up'],
    faults: Object.entries(raw.responses)
      .filter(([status]) => Number(status) >= 400)
      .flatMap(([status, { description }]) => readFaults(Number(status), description)),
  }
}

function wireKind(status: string | undefined, contentType: string | undefined, bodyType: string | undefined): Kind {
  if (status === '101') return 'socket'
  if (bodyType === 'application/octet-stream') return 'upload'
  if (contentType === 'text/event-stream') return 'stream'
  return contentType === 'application/json' ? 'answer' : 'bytes'
}

/** A description holds a line "`code`: sentence" for every fault of its status. */
function readFaults(status: number, description: string): Operation['faults'] {
  return description.split('\n').flatMap((line) => {
    const [, code, sentence] = /^`([^`]+)`: (.*)$/.exec(line) ?? []
    return code && sentence ? [{ status, code, sentence }] : []
  })
}

/** The operations whose name, path or summary holds every word that was typed. */
export function matching(operations: readonly Operation[], typed: string | undefined, service: string | undefined): Operation[] {
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return operations.filter((it) => {
    if (service && it.service !== service) return false
    const text = `${it.id} ${it.method} ${it.path} ${it.summary} ${it.access}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
