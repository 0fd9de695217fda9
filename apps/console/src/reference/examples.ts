import type { Operation } from './operations.ts'
import { type Components, sampleOf } from './schema.ts'

/** What is filled in: parameters by name as typed, and the body as JSON text. */
export type Filled = { values: Readonly<Record<string, string>>; body: string }

/** An operation with its shape filled in as an example: required parameters empty, a body with what it must have. */
export function emptyFilled(operation: Operation, components: Components): Filled {
  return { values: {}, body: operation.body ? JSON.stringify(sampleOf(operation.body, components), null, 2) : '' }
}

/** The address of an operation with what is filled in; a blank of the path that is still empty keeps its braces. */
export function addressOf({ path, parameters }: Operation, { values }: Filled): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (blank, name: string) => (values[name] ? encodeURIComponent(values[name]) : blank))
  const query = new URLSearchParams(parameters.filter((it) => it.in === 'query' && values[it.name]).map((it) => [it.name, values[it.name]!]))
  return query.size > 0 ? `${filled}?${query}` : filled
}

/** The same request as a line for a shell. */
export function curlOf(operation: Operation, filled: Filled, origin: string): string {
  const headers = operation.parameters.filter((it) => it.in === 'header' && filled.values[it.name])
  return [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`}${operation.kind === 'stream' ? ' -N' : ''} ${quoted(origin + addressOf(operation, filled))}`,
    ...(operation.access === 'public' ? [] : [`-H "authorization: Bearer $MYNA_API_KEY"`]),
    ...headers.map((it) => `-H ${quoted(`${it.name.toLowerCase()}: ${filled.values[it.name]}`)}`),
    ...(operation.body ? [`-H 'content-type: application/json'`, `-d ${quoted(compact(filled.body))}`] : []),
    ...(operation.kind === 'upload' ? [`-H 'content-type: application/octet-stream'`, '--data-binary @file'] : []),
    ...(operation.kind === 'bytes' ? [`-o ${fileName(operation)}`] : []),
  ].join(' \\\n  ')
}

/** The same request with the TypeScript SDK. */
export function sdkOf(operation: Operation, { values, body }: Filled, origin: string): string {
  const input = Object.fromEntries(
    operation.parameters
      .filter((it) => it.in !== 'header' && (it.required || values[it.name]))
      .map((it) => [it.name, typed(values[it.name] ?? '', it.schema.type)]),
  )
  const written = literal({ ...input, ...parsed(body) })
  const call = `myna.${operation.id}(${written})`
  const open = [
    `import { createClient } from '@myna/sdk'`,
    '',
    'const myna = createClient({',
    `  baseUrl: '${origin}/api/v1',`,
    ...(operation.access === 'public' ? [] : ['  headers: () => ({ authorization: `Bearer ${process.env.MYNA_API_KEY}` }),']),
    '})',
  ]
  const use = {
    answer: [`const answer = await ${call}`],
    upload: [`const answer = await myna.${operation.id}(${written}, createReadStream('file'))`],
    stream: [`for await (const { data } of ${call}) console.log(data)`],
    bytes: [`for await (const chunk of ${call}) file.write(chunk)`],
    socket: [`const socket = await ${call}`, 'for await (const message of socket.messages) console.log(message)'],
  }
  return [...open, ...use[operation.kind]].join('\n')
}

/** A name for the bytes an operation answers with. */
export function fileName({ id, contentType = '' }: Operation): string {
  const ending = { 'audio/wav': 'wav', 'application/x-ndjson': 'ndjson', 'audio/l16': 'pcm' }[contentType.split(';')[0]!] ?? 'bin'
  return `${id}.${ending}`
}

/** What was typed, as the type its schema asks for. */
function typed(value: string, type: string | string[] | undefined): unknown {
  const types = [type ?? 'string'].flat()
  if ((types.includes('integer') || types.includes('number')) && value.trim() !== '' && !Number.isNaN(Number(value))) return Number(value)
  return types.includes('boolean') && (value === 'true' || value === 'false') ? value === 'true' : value
}

function parsed(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}

function compact(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body))
  } catch {
    return body
  }
}

/** In single quotes for a POSIX shell, where only the quote itself needs care. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** JSON as TypeScript is written: names without quotes where they need none. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/^(\s*)"([A-Za-z_]\w*)":/gm, '$1$2:')
}
