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

/** Names by turns with values of what whoever asked is told. */
export function passedBack(headers: IncomingHttpHeaders): string[] {
  const passed: string[] = []
  for (const name in headers) {
    if (notPassedBack.has(name)) continue
    const value = headers[name]
    if (typeof value === 'string') passed.push(name, value)
    else if (value !== undefined) for (const it of value) passed.push(name, it)
  }
  return passed
}

function isOurs(name: string): boolean {
  return name.charCodeAt(0) === 120 /* x */ && /^x[-_](?:myna|forwarded|real[-_]ip)(?:[-_]|$)/.test(name)
}

/** Headers that the sender itself says belong to the connection. */
function namedBy(connection: string | undefined): Set<string> | undefined {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return undefined
  return new Set(connection.split(',').map((it) => it.trim().toLowerCase()))
}
