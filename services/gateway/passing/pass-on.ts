import type { Answers } from '#answers/answers.ts'
import { giveKept } from '#answers/give-kept.ts'
import { deviceCookieOf } from '#edge/credential.ts'
import type { Exchange } from '#edge/exchange.ts'
import { Attempt } from '#passing/attempt.ts'
import { passedOn } from '#passing/passed-headers.ts'
import { type RequestBody, takeBody } from '#passing/request-body.ts'
import { beginRequest, callerHeader, Fault, type Lease, signCaller, type Span, type Tracer, type Upstreams } from '@myna/kernel'

/** What the way to other processes is made of. */
export type Way = {
  upstreams: Upstreams
  answers: Answers
  secret: Uint8Array
  /** Headers of every answer, by turns with their values, and the same as an object. */
  security: readonly string[]
  securityHeaders: Readonly<Record<string, string>>
  tracer: Tracer | undefined
  patienceMs: number
  uploadPatienceMs: number
  /** Called before whoever wrote something hears of it: nobody may be given what was kept from before. */
  noteWrite(exchange: Exchange): void
  /** Streams that are open, to be ended when the process is. */
  streams: Set<() => void>
}

/** Attempts at a request, the first included. */
const attemptsAtMost = 3
/** The instance cannot have seen anything of a request that failed so. */
const neverConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])

/** Passes requests on to services in other processes, and their answers back. Calls back with the status when an answer is over. */
export function createPassOn(way: Way) {
  return (exchange: Exchange, noteEnd: (status: number) => void): void => {
    takeBody(exchange, (trouble, body) => {
      const journey = new Journey(way, exchange, body, noteEnd)
      if (trouble) journey.refuse(trouble)
      else journey.begin()
    })
  }
}

/** One request on its way to whichever instance answers it. */
export class Journey {
  readonly way: Way
  readonly exchange: Exchange
  readonly #body: RequestBody
  readonly #noteEnd: (status: number) => void
  readonly #headers: string[]
  readonly #span: Span | undefined
  #attempt: Attempt | undefined
  #tries = 0
  #tried: Set<string> | undefined
  isGone = false

  constructor(way: Way, exchange: Exchange, body: RequestBody, noteEnd: (status: number) => void) {
    this.way = way
    this.exchange = exchange
    this.#body = body
    this.#noteEnd = noteEnd
    const { headers, traceId, ip, service, method, operation } = exchange
    this.#headers = passedOn(headers)
    this.#headers.push('x-request-id', traceId, 'x-forwarded-for', ip)
    const device = service === 'identity' && headers.cookie !== undefined && deviceCookieOf(headers)
    if (device) this.#headers.push('cookie', device)
    this.#span = way.tracer && beginRequest(way.tracer, `${service}.${operation ?? 'proxied'}`, { headers, id: traceId, method })
    if (this.#span) this.#headers.push('traceparent', this.#span.traceparent)
    // The caller comes last, since each try is signed anew.
    this.#headers.push(callerHeader, '')
  }

  begin(): void {
    const { exchange } = this
    exchange.whenOver((status) => {
      if (status === 499) {
        this.isGone = true
        this.#attempt?.abandon()
        if (this.#body.stream) this.#body.stream.destroy()
      }
      this.end(status)
    })
    if (exchange.isGone) {
      this.isGone = true
      return this.end(499)
    }
    this.#try()
  }

  /** Tries again where that can do no harm; otherwise tells whoever asked. */
  failed(error: unknown, address: string): void {
    const { exchange, way } = this
    const code = (error as { code?: string }).code ?? ''
    const isLate = code === 'WIRE_LATE'
    const isHarmless = exchange.isSafe || (neverConnected.has(code) && this.#body.stream === undefined)
    if (isHarmless && !isLate && this.#tries < attemptsAtMost && way.upstreams.mayRetry(exchange.service)) {
      ;(this.#tried ??= new Set()).add(address)
      return this.#try()
    }
    const { service } = exchange
    this.refuse(error instanceof Fault ? error : new Fault(isLate ? 'request.deadline' : 'server.unavailable', { service, address }, { cause: error }))
  }

  /** Answers with what is kept, if anything is, and with the error otherwise. */
  refuse(error: unknown): void {
    const { exchange, way } = this
    const { key, lead, door, request } = exchange
    // What is said to have failed may have been done.
    if (!exchange.isSafe) way.noteWrite(exchange)
    const isOurFault = !(error instanceof Fault) || error.status >= 500
    const stale = isOurFault && key && way.answers.stale(key)
    lead?.giveUp()
    if (this.isGone || exchange.isGone) return
    if (stale) {
      exchange.cache = 'stale'
      void giveKept(exchange, way.answers, stale, 'stale', way.securityHeaders)
      return
    }
    exchange.putHeaders(way.securityHeaders)
    door.refuse(request, exchange.response!, error)
  }

  end(status: number): void {
    this.#span?.set('http.response.status_code', status)
    this.#span?.end()
    this.#noteEnd(status)
  }

  #try(): void {
    const { exchange, way } = this
    const { service, method, url, caller, declared } = exchange
    this.#tries++
    let lease: Lease
    try {
      lease = this.#take()
    } catch (error) {
      return this.refuse(error)
    }
    this.#headers[this.#headers.length - 1] = signCaller(caller, { service, method, target: url }, way.secret, Date.now())
    const body = this.#body
    this.#attempt = new Attempt(this, lease)
    try {
      this.#attempt.send({
        method,
        target: url,
        fields: this.#headers,
        body: body.stream ?? body.bytes,
        length: body.stream ? body.length : undefined,
        patienceMs: declared?.kind === 'upload' ? way.uploadPatienceMs : way.patienceMs,
      })
    } catch (error) {
      // A header that may come in but not go out, as one in another alphabet.
      lease.settle('left')
      this.refuse(new Fault('request.invalid', { service }, { cause: error }))
    }
  }

  /** An instance that was not tried; where there is no other, one that was. */
  #take(): Lease {
    const { upstreams } = this.way
    const { service } = this.exchange
    if (!this.#tried) return upstreams.take(service)
    try {
      return upstreams.take(service, this.#tried)
    } catch {
      return upstreams.take(service)
    }
  }
}
