import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AnyOperation } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { type AnyRequest, type Door, Fault, type PlainExchange } from '@myna/kernel'
import type { AnswerKey, Lead } from '#answers/answers.ts'
import type { Outcome, Passing, Step } from '#edge/steps.ts'

type Told = Omit<Passing, 'caller' | 'addHeader' | 'method' | 'url' | 'headers' | 'beganAt'>

const kept = Symbol('exchange')
const onePieceBytes = 16_384

/** What carries a request and its answer: Node's server, the door for plain questions, or, with no answer, a handshake. */
export type Carrier = { request: IncomingMessage; response: ServerResponse | undefined } | PlainExchange

/** One request on its way through the gateway, and its answer. */
export class Exchange implements Passing {
  readonly #carrier: Carrier
  readonly request: AnyRequest
  readonly door: Door
  readonly method: string
  readonly url: string
  readonly path: string
  readonly service: string
  readonly operation: string | undefined
  readonly declared: AnyOperation | undefined
  readonly ip: string
  readonly traceId: string
  readonly isUpgrade: boolean
  readonly beganAt = performance.now()
  readonly headers: IncomingHttpHeaders
  caller!: Caller
  mapInput?: (body: unknown) => unknown
  mapAnswer?: (body: unknown) => unknown
  /** Names and values of answer headers that steps have added, by turns. */
  readonly added: string[] = []
  /** Under which its answer may be kept, where it may. */
  key: AnswerKey | undefined
  lead: Lead | undefined
  cache: Outcome['cache'] | 'asked'
  bytes = 0
  #isOver = false

  constructor(door: Door, carrier: Carrier, told: Told) {
    const { request } = carrier
    this.door = door
    this.#carrier = carrier
    this.request = request
    this.method = request.method!
    this.url = request.url!
    this.headers = request.headers
    this.path = told.path
    this.service = told.service
    this.operation = told.operation
    this.declared = told.declared
    this.ip = told.ip
    this.traceId = told.traceId
    this.isUpgrade = told.isUpgrade
  }

  addHeader(name: string, value: string): void {
    this.added.push(name, value)
  }

  /** Whether it changes nothing. */
  get isSafe(): boolean {
    return this.method === 'GET' || this.method === 'HEAD'
  }

  /** Where an answer is written bit by bit; none for a handshake. */
  get response(): ServerResponse | undefined {
    return this.#carrier.response
  }

  /** Whether nobody is there any more to hear an answer. */
  get isGone(): boolean {
    return 'isOver' in this.#carrier ? this.#carrier.isOver : this.#carrier.response!.destroyed
  }

  /** Whether something of an answer has been sent. */
  get hasBegun(): boolean {
    return 'isOver' in this.#carrier ? this.#carrier.hasBegun : this.#carrier.response!.headersSent
  }

  /** Calls back with the status when the answer is sent, or with 499 when whoever asked went away first. */
  whenOver(note: (status: number) => void): void {
    if ('isOver' in this.#carrier) return this.#carrier.whenOver(note)
    const response = this.#carrier.response!
    response.once('close', () => note(response.writableFinished ? response.statusCode : 499))
  }

  /** Sends a whole answer; `fields`: names by turns with values, the length among them. Throws when they hold what may not go out. */
  answer(status: number, fields: string[], body: Buffer | undefined): void {
    if ('isOver' in this.#carrier) return this.#carrier.answer(status, fields, body)
    const response = this.#carrier.response!
    response.writeHead(status, fields)
    // As letters of one byte it leaves in one piece with the headers.
    if (body !== undefined && body.length <= onePieceBytes) response.end(body.toString('latin1'), 'latin1')
    else response.end(body)
  }

  /** Puts what steps have added on an answer that somebody else makes. */
  putHeaders(more: Readonly<Record<string, string>> = {}): void {
    const { response, added } = this
    if (!response || response.headersSent) return
    for (const name in more) response.setHeader(name, more[name]!)
    for (let at = 0; at < added.length; at += 2) response.appendHeader(added[at]!, added[at + 1]!)
  }

  /** Tells the steps how it came out, once. */
  end(steps: readonly Step[], status: number): void {
    if (this.#isOver) return
    this.#isOver = true
    this.lead?.giveUp()
    if (this.caller === undefined || steps.length === 0) return
    const outcome: Outcome = { status, ms: performance.now() - this.beganAt, bytes: this.bytes, cache: this.cache === 'asked' ? undefined : this.cache }
    for (const step of steps) step.after!(this, outcome)
  }
}

/** Keeps an exchange with its request, for those who meet the request again. */
export function keepExchange(exchange: Exchange): void {
  ;(exchange.request as { [kept]?: Exchange })[kept] = exchange
}

/** The exchange a request belongs to; undefined for those that another process of the installation sent. */
export function exchangeOf(request: IncomingMessage): Exchange | undefined {
  return (request as { [kept]?: Exchange })[kept]
}

/** What steps say, one after the other; whatever is thrown is told instead. Waits only for those who make it wait. */
export function walk(steps: readonly Step[], which: 'arrive' | 'before', exchange: Exchange, done: (trouble: unknown) => void, from = 0): void {
  for (let at = from; at < steps.length; at++) {
    let verdict: Fault | undefined | Promise<Fault | undefined>
    try {
      verdict = steps[at]![which]!(exchange)
    } catch (error) {
      return done(error)
    }
    if (verdict === undefined) continue
    if (verdict instanceof Fault) return done(verdict)
    verdict.then((it) => (it ? done(it) : walk(steps, which, exchange, done, at + 1)), done)
    return
  }
  done(undefined)
}
