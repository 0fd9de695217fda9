import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NoteTime } from '#request-times.ts'
import type { PlainFront } from '#seam/plain/plain-door.ts'
import type { PlainRequest } from '#seam/plain/plain-request.ts'

/** A request, read by Node's server or by the door for plain questions. */
export type AnyRequest = IncomingMessage | PlainRequest

/** What the server of a process gives to the service in front of it. */
export type Door = {
  /** The id of a request: its sender's own when it is a plain one. */
  traceIdOf(request: AnyRequest): string
  /** Address of whoever asks, told by as many proxies as are trusted. */
  ipOf(request: AnyRequest): string
  /** Answers an error as a problem, and notes it. */
  refuse(request: AnyRequest, response: ServerResponse, error: unknown): void
  /** One more request is being answered; each is told to be over once. */
  begin(): void
  end(): void
  /** Whether the process is about to end, so that connections should too. */
  readonly draining: boolean
  noteTime(service: string, operation: string): NoteTime
}

/** Stands before everything else. */
export type Front = {
  /** Sees a request before anything else reads it: answers it, or lets it go on. */
  meet(request: IncomingMessage, response: ServerResponse, onward: () => void): void
  /** Answers plain questions of which it knows by their address that they never go on. */
  plain: PlainFront
}

const traced = Symbol('trace id')

/** Gives each request its id once, wherever it is asked for. */
export function keepTraceIds(make: (request: AnyRequest) => string): (request: AnyRequest) => string {
  return (request) => ((request as { [traced]?: string })[traced] ??= make(request))
}

/** Address of a request behind some trusted proxies: each adds the address it was asked from to the end of `X-Forwarded-For`. */
export function ipOf({ socket, headers }: AnyRequest, trustedProxies: number): string {
  const near = socket.remoteAddress ?? ''
  const told = headers['x-forwarded-for']
  if (trustedProxies === 0 || typeof told !== 'string') return near
  const hops = told.split(',').map((it) => it.trim())
  return hops[Math.max(0, hops.length - trustedProxies)] || near
}
