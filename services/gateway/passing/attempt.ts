import type { Lease, Passage, WireHandler, WireRequest } from '@myna/kernel'
import { type Coding, codingOf, compressed, compressedFrom, compressor, isCompressible, mayCompress } from '#answers/compression.ts'
import { giveKept } from '#answers/give-kept.ts'
import { type AnswerHead, readHead } from '#passing/passed-headers.ts'
import type { Journey } from '#passing/pass-on.ts'

/** Answers up to this are received whole before any of it is sent: half of one can still be asked for again. */
const wholeBytes = 131_072

/** One try at a request with one instance: hears its answer and sends it back. */
export class Attempt implements WireHandler {
  readonly #journey: Journey
  readonly #lease: Lease
  #passage: Passage | undefined
  #head!: AnswerHead
  /** Bytes that are still to come of an answer that is received whole; -1 for one that is not. */
  #awaited = -1
  #first: Buffer | undefined
  #more: Buffer[] | undefined
  #zip: ReturnType<typeof compressor> | undefined
  #endStream: (() => void) | undefined
  #isParting = false

  constructor(journey: Journey, lease: Lease) {
    this.#journey = journey
    this.#lease = lease
  }

  /** Sends it. Throws a `TypeError` when it holds what may not go out. */
  send(request: WireRequest): void {
    this.#passage = this.#lease.wire.ask(request, this)
    if (this.#journey.isGone) this.#passage.abort()
  }

  /** Nobody waits for it any more. */
  abandon(): void {
    this.#lease.settle('left')
    this.#zip?.destroy()
    this.#passage?.abort()
  }

  onHead(status: number, fields: readonly string[]): void {
    const head = (this.#head = readHead(status, fields))
    const { exchange, way } = this.#journey
    // Whoever writes reads what he wrote with his next question, and that may come before the end of this answer.
    if (!exchange.isSafe) way.noteWrite(exchange)
    const hasNone = exchange.method === 'HEAD' || status === 204 || status === 304
    if (hasNone || (head.length >= 0 && head.length <= wholeBytes)) {
      this.#awaited = hasNone ? 0 : head.length
      return
    }
    if (exchange.mapAnswer && head.length <= 8 * wholeBytes && isJson(head)) {
      this.#awaited = Math.max(0, head.length)
      return
    }
    this.#beginStream(head)
  }

  onData(chunk: Buffer): void {
    if (this.#awaited >= 0) {
      if (this.#first === undefined) this.#first = chunk
      else (this.#more ??= [this.#first]).push(chunk)
      return
    }
    const { response } = this.#journey.exchange
    this.#journey.exchange.bytes += chunk.length
    const out = this.#zip ?? response!
    if (!out.write(chunk)) {
      this.#passage!.pause()
      out.once('drain', () => this.#passage!.resume())
    }
  }

  onEnd(): void {
    this.#lease.settle('answered')
    if (this.#awaited >= 0) return this.#answerWhole()
    if (this.#endStream) this.#journey.way.streams.delete(this.#endStream)
    if (this.#zip) this.#zip.end()
    else this.#journey.exchange.response!.end()
  }

  onError(error: Error): void {
    const { exchange, isGone } = this.#journey
    if (this.#endStream) this.#journey.way.streams.delete(this.#endStream)
    if (isGone || this.#isParting) return this.#lease.settle('left')
    // What was wrong with the body that came in is not the instance's fault.
    const isOurs = 'code' in error && typeof error.code === 'string' && error.code.startsWith('request.')
    this.#lease.settle(isOurs ? 'left' : 'failed')
    this.#zip?.destroy()
    // Half an answer must not look whole.
    if (exchange.hasBegun) exchange.response!.destroy()
    else this.#journey.failed(error, this.#lease.address)
  }

  #answerWhole(): void {
    const { exchange, way } = this.#journey
    let body: Buffer | undefined = this.#more ? Buffer.concat(this.#more) : this.#first
    const { key, lead } = exchange
    if (exchange.isGone) return
    if (this.#head.status >= 500 && key) {
      const stale = way.answers.stale(key)
      if (stale) {
        exchange.cache = 'stale'
        return void giveKept(exchange, way.answers, stale, 'stale', way.securityHeaders)
      }
    }
    const head = this.#head
    if (lead && head.status === 200 && body && isJson(head) && !head.setsCookie) {
      const kept = lead.keep(head.type!, body)
      return void giveKept(exchange, way.answers, kept, 'stored', way.securityHeaders)
    }
    lead?.giveUp()
    if (exchange.mapAnswer && body && head.status < 300 && isJson(head)) {
      try {
        body = Buffer.from(JSON.stringify(exchange.mapAnswer(JSON.parse(body.toString('utf8')))))
      } catch (error) {
        return this.#journey.refuse(error)
      }
    }
    const coding = body && body.length >= compressedFrom ? this.#coding() : undefined
    if (!coding) return this.#send(body, undefined)
    compressed(body!, coding).then(
      (it) => this.#send(it, coding),
      (error: unknown) => this.#journey.refuse(error),
    )
  }

  #send(body: Buffer | undefined, coding: Coding | undefined): void {
    const { exchange } = this.#journey
    if (exchange.isGone) return
    const { status, length: told } = this.#head
    const isHead = body === undefined && exchange.method === 'HEAD'
    const length = isHead && told < 0 ? undefined : String(isHead ? told : (body?.length ?? 0))
    exchange.bytes = body?.length ?? 0
    try {
      exchange.answer(status, this.#fieldsOf(coding, length), body)
    } catch (error) {
      this.#journey.failed(error, this.#lease.address)
    }
  }

  #beginStream({ status, type, length }: AnswerHead): void {
    const { exchange, way } = this.#journey
    const response = exchange.response!
    exchange.lead?.giveUp()
    const isEvents = type?.startsWith('text/event-stream') ?? false
    const coding = status === 200 && !isEvents ? this.#coding() : undefined
    response.writeHead(status, this.#fieldsOf(coding, coding || length < 0 ? undefined : String(length)))
    if (coding) {
      this.#zip = compressor(coding)
      this.#zip.on('error', () => response.destroy())
      this.#zip.pipe(response)
    }
    if (!isEvents) return
    // Events are seldom; that they may come is to be known at once, and an open stream is no load to choose another instance for.
    response.flushHeaders()
    this.#lease.settle('answered')
    this.#endStream = () => {
      this.#isParting = true
      response.end()
      this.#passage!.abort()
    }
    way.streams.add(this.#endStream)
    response.once('close', () => way.streams.delete(this.#endStream!))
  }

  #coding(): Coding | undefined {
    const { headers, service } = this.#journey.exchange
    const { type, isCoded, isPart, cacheControl } = this.#head
    if (!isCompressible(type) || isCoded || isPart || cacheControl?.includes('no-transform')) return undefined
    return mayCompress(headers, service) ? codingOf(headers['accept-encoding']) : undefined
  }

  #fieldsOf(coding: Coding | undefined, length: string | undefined): string[] {
    const { exchange, way } = this.#journey
    const { added, traceId, door } = exchange
    const { status, passed: headers, type, cacheControl } = this.#head
    for (const it of way.security) headers.push(it)
    for (const it of added) headers.push(it)
    headers.push('x-request-id', traceId)
    if (cacheControl === undefined) headers.push('cache-control', 'no-store')
    if (length !== undefined && status !== 204 && status !== 304) headers.push('content-length', length)
    if (coding) headers.push('content-encoding', coding)
    if (coding || (isCompressible(type) && Number(length) >= compressedFrom)) headers.push('vary', 'accept-encoding')
    if (door.draining) headers.push('connection', 'close')
    return headers
  }
}

function isJson({ type }: AnswerHead): boolean {
  return type !== undefined && /^application\/(?:[\w.-]+\+)?json/.test(type)
}
