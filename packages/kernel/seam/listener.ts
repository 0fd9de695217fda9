import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Fault, problemOf } from '#seam/fault.ts'
import { openPlainDoor, type PlainFront } from '#seam/plain/plain-door.ts'
import { addressTrouble } from '#seam/request-target.ts'

/** What a server bears from those who connect. */
export type ListenerLimits = {
  /** Connections open at once from one address, or one IPv6 /64; 0: as many as come. */
  connectionsPerAddress: number
  /** Header fields of one request. */
  headerFields: number
  /** From the first byte of a request, or the opening of a connection, to the end of its headers. */
  headersMs: number
  /** A body may take as long as it likes when at least this many bytes a second come, looked at after `bodyGraceMs`. */
  bodyBytesPerSecond: number
  bodyGraceMs: number
}

/** What is borne where nothing else is said. */
export const defaultListenerLimits: ListenerLimits = {
  connectionsPerAddress: 0,
  headerFields: 100,
  headersMs: 15_000,
  bodyBytesPerSecond: 500,
  bodyGraceMs: 10_000,
}

/** All fields of a request together, in bytes. */
const headerBytes = 16_384
/** Longer than load balancers keep theirs, so that it is not we who end a connection just as a request comes. */
const keepAliveMs = 72_000
/** A connection on which nothing moves in either direction; longer than anybody waits for an answer. */
const idleMs = 180_000
const allowed = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const methods = new Set(allowed.split(', '))

type Handle = (request: IncomingMessage, response: ServerResponse) => void

/**
 * An HTTP/1.1 server that refuses what could be read in two ways or takes for ever. Node's parser is strict already: lengths that contradict each other or a
 * transfer coding, folded fields, bare line ends, names with spaces, versions and methods it does not know. What it lets through, and what is no matter of
 * syntax, is refused here (RFC 9112, sections 3.2, 6.1 and 9.5). `plain`: who answers plain questions without all that, if anybody does.
 */
export function createListener(
  limits: ListenerLimits,
  handle: Handle,
  refuse: (request: IncomingMessage, response: ServerResponse, fault: Fault) => void,
  plain: () => PlainFront | undefined = () => undefined,
): Server {
  const arriving = new Map<IncomingMessage, { response: ServerResponse; since: number; bytes: number }>()
  const server = createServer(
    {
      maxHeaderSize: headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: 0,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.min(2_000, limits.headersMs),
      noDelay: true,
      shouldUpgradeCallback: isWebSocket,
    },
    (request, response) => {
      const fault = troubleOf(request, limits)
      if (fault) {
        if (fault.status === 405) response.setHeader('allow', allowed)
        response.setHeader('connection', 'close')
        return refuse(request, response, fault)
      }
      const { headers } = request
      if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0') {
        arriving.set(request, { response, since: performance.now(), bytes: request.socket.bytesRead })
        request.once('close', () => arriving.delete(request))
      }
      if (headers.upgrade !== undefined) delete headers.upgrade
      handle(request, response)
    },
  )
  // More than are looked at: Node drops the rest without a word.
  server.maxHeadersCount = limits.headerFields + 10
  server.setTimeout(idleMs)
  const sweep = setInterval(
    () => {
      const now = performance.now()
      for (const [request, { response, since, bytes }] of arriving) {
        const seconds = (now - since) / 1000
        // What waits to be read here is no fault of whoever sent it.
        if (request.complete || seconds * 1000 < limits.bodyGraceMs || request.readableLength > 0) continue
        if ((request.socket.bytesRead - bytes) / seconds < limits.bodyBytesPerSecond) {
          arriving.delete(request)
          if (response.headersSent) request.socket.destroy()
          else refuseRaw(request.socket, new Fault('request.too_slow'))
        }
      }
    },
    Math.min(1_000, limits.bodyGraceMs),
  ).unref()
  server.once('close', () => clearInterval(sweep))
  endSilent(server)
  openPlainDoor(server, plain, { bytes: headerBytes, fields: limits.headerFields, firstMs: limits.headersMs, idleMs: keepAliveMs })
  if (limits.connectionsPerAddress > 0) limitConnections(server, limits.connectionsPerAddress)
  return server
}

/** Answers what never became a request, and ends its connection. */
export function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Node names no way to the answer that is under way on a socket; two of them would be read as two.
  const answer = (socket as Duplex & { _httpMessage?: ServerResponse })._httpMessage
  if (error.code === 'ECONNRESET' || !socket.writable || answer?.headersSent) return void socket.destroy()
  if (error.code === 'HPE_HEADER_OVERFLOW') return refuseRaw(socket, new Fault('request.headers_too_large'))
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return refuseRaw(socket, new Fault('request.too_slow'))
  refuseRaw(socket, new Fault('request.invalid'))
}

/** Writes a problem where no answer object is at hand, and ends the connection. */
export function refuseRaw(socket: Duplex, fault: Fault, traceId: string = crypto.randomUUID(), fields = ''): void {
  const body = JSON.stringify(problemOf(fault, traceId))
  socket.end(
    `HTTP/1.1 ${fault.status} ${fault.code}\r\nx-request-id: ${traceId}\r\n${fields}content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
  // Whoever goes on sending is not listened to.
  socket.once('finish', () => setTimeout(() => socket.destroy(), 500).unref())
}

function troubleOf(request: IncomingMessage, { headerFields }: ListenerLimits): Fault | undefined {
  const { headers, rawHeaders } = request
  if (rawHeaders.length > 2 * headerFields) return new Fault('request.headers_too_large')
  if (request.httpVersionMajor !== 1) return new Fault('request.invalid', { why: 'an HTTP version without headers' })
  const coding = headers['transfer-encoding']
  if (coding !== undefined && (request.httpVersionMinor === 0 || coding.toLowerCase() !== 'chunked'))
    return new Fault('request.invalid', { why: 'a transfer coding other than chunked' })
  if (hostsOf(rawHeaders) > 1) return new Fault('request.invalid', { why: 'several hosts' })
  if (!methods.has(request.method!)) return new Fault('request.method_not_allowed', { method: request.method })
  const why = addressTrouble(request)
  return why === undefined ? undefined : new Fault('request.invalid', { why })
}

function hostsOf(rawHeaders: readonly string[]): number {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]!.length === 4 && rawHeaders[at]!.toLowerCase() === 'host') hosts++
  return hosts
}

/** A handshake and nothing else; what asks for another protocol is answered as if it had not (RFC 9110, section 7.8). */
function isWebSocket({ method, headers, httpVersionMinor }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    httpVersionMinor === 1 &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    headers['transfer-encoding'] === undefined &&
    (headers['content-length'] ?? '0') === '0'
  )
}

/** Ends, when the server closes, connections on which nobody has said anything; Node takes them for requests that are under way. */
function endSilent(server: Server): void {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  const { close } = server
  server.close = (done) => {
    for (const it of open) if (it.bytesRead === 0) it.destroy()
    return close.call(server, done)
  }
}

function limitConnections(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.prependListener('connection', (socket) => {
    const from = networkOf(socket.remoteAddress ?? '')
    const now = (open.get(from) ?? 0) + 1
    open.set(from, now)
    socket.once('close', () => {
      const left = open.get(from)! - 1
      if (left > 0) open.set(from, left)
      else open.delete(from)
    })
    if (now > most) refuseRaw(socket, new Fault('request.too_many'))
  })
}

/** An IPv4 address as it is, of an IPv6 one the half that stands for a network. */
function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
