import type { IncomingHttpHeaders } from 'node:http'

/** Headers that belong to one connection (RFC 9110, section 7.6.1), and what only the gateway itself says or reads. */
const notPassedOn = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  // How long a body is is told by whoever sends it, for it may be another.
  'content-length',
  'cookie',
  'authorization',
  'x-api-key',
  'x-request-id',
  'forwarded',
  'via',
  'traceparent',
  'tracestate',
  // Bodies come as they are and are compressed here; questions whether they have changed are answered here.
  'accept-encoding',
])
const notPassedBack = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'date',
  'x-request-id',
  'content-length',
])

/** Names by turns with values of what a service is told; whoever is outside claims neither a caller nor where he comes from. */
export function passedOn(headers: IncomingHttpHeaders): string[] {
  const passed: string[] = []
  const named = namedBy(headers.connection)
  for (const name in headers) {
    if (notPassedOn.has(name) || isOurs(name) || named?.has(name)) continue
    const value = headers[name]
    if (typeof value === 'string') passed.push(name, value)
    else if (value !== undefined) for (const it of value) passed.push(name, it)
  }
  return passed
}

/** The head of an answer: what is passed back of it, names by turns with values, and what decides how. */
export type AnswerHead = {
  status: number
  passed: string[]
  /** -1 where it is not told. */
  length: number
  type: string | undefined
  cacheControl: string | undefined
  isCoded: boolean
  isPart: boolean
  setsCookie: boolean
}

/** Reads what whoever asked is told out of what a service said: names in lower case by turns with values. */
export function readHead(status: number, fields: readonly string[]): AnswerHead {
  const head: AnswerHead = { status, passed: [], length: -1, type: undefined, cacheControl: undefined, isCoded: false, isPart: false, setsCookie: false }
  for (let at = 0; at < fields.length; at += 2) {
    const name = fields[at]!
    const value = fields[at + 1]!
    if (name === 'content-length') head.length = Number(value)
    if (notPassedBack.has(name)) continue
    if (name === 'content-type') head.type = value
    else if (name === 'cache-control') head.cacheControl = value
    else if (name === 'content-encoding') head.isCoded = true
    else if (name === 'content-range') head.isPart = true
    else if (name === 'set-cookie') head.setsCookie = true
    head.passed.push(name, value)
  }
  return head
}

function isOurs(name: string): boolean {
  return name.charCodeAt(0) === 120 /* x */ && /^x[-_](?:myna|forwarded|real[-_]ip)(?:[-_]|$)/.test(name)
}

/** Headers that the sender itself says belong to the connection. */
function namedBy(connection: string | undefined): Set<string> | undefined {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return undefined
  return new Set(connection.split(',').map((it) => it.trim().toLowerCase()))
}
