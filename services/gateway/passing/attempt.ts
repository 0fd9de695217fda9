import type { IncomingHttpHeaders } from 'node:http'
import type { Lease } from '@myna/kernel'
import type { Dispatcher } from 'undici'
import { type Coding, codingOf, compressed, compressedFrom, compressor, isCompressible, mayCompress } from '#answers/compression.ts'
import { giveKept } from '#answers/give-kept.ts'
import { passedBack } from '#passing/passed-headers.ts'
import type { Journey } from '#passing/pass-on.ts'

/** Answers up to this are received whole before any of it is sent: half of one can still be asked for again. */
const wholeBytes = 131_072
const onePieceBytes = 16_384

/** One try at a request with one instance: hears its answer and sends it back. */
export class Attempt implements Dispatcher.DispatchHandler {
  readonly #journey: Journey
  readonly #lease: Lease
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: IncomingHttpHeaders = {}
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

  /** Nobody waits for it any more. */
  abandon(): void {
    this.#lease.settle('left')
    this.#zip?.destroy()
    this.#controller?.abort(new Error('whoever asked went away'))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#journey.isGone) controller.abort(new Error('whoever asked went away'))
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers
    const { exchange, way } = this.#journey
    // Whoever writes reads what he wrote with his next question, and that may come before the end of this answer.
    if (!exchange.isSafe) way.noteWrite(exchange)
    const length = headers['content-length'] === undefined ? -1 : Number(headers['content-length'])
    const hasNone = exchange.method === 'HEAD' || status === 204 || status === 304
    if (hasNone || (length >= 0 && length <= wholeBytes)) {
      this.#awaited = hasNone ? 0 : length
      return
    }
    if (exchange.mapAnswer && length <= 8 * wholeBytes && isJson(headers)) {
      this.#awaited = Math.max(0, length)
      return
    }
    this.#beginStream(controller, status, headers)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#awaited >= 0) {
      if (this.#first === undefined) this.#first = chunk
      else (this.#more ??= [this.#first]).push(chunk)
      return
    }
    const { response } = this.#journey.exchange
    this.#journey.exchange.bytes += chunk.length
    const out = this.#zip ?? response!
    if (!out.write(chunk)) {
      controller.pause()
      out.once('drain', () => controller.resume())
    }
  }

  onResponseEnd(): void {
    this.#lease.settle('answered')
    if (this.#awaited >= 0) return this.#answerWhole()
    if (this.#endStream) this.#journey.way.streams.delete(this.#endStream)
    if (this.#zip) this.#zip.end()
    else this.#journey.exchange.response!.end()
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const { exchange, isGone } = this.#journey
    if (this.#endStream) this.#journey.way.streams.delete(this.#endStream)
    if (isGone || this.#isParting) return this.#lease.settle('left')
    // What was wrong with the body that came in is not the instance's fault.
    const isOurs = 'code' in error && typeof error.code === 'string' && error.code.startsWith('request.')
    this.#lease.settle(isOurs ? 'left' : 'failed')
    this.#zip?.destroy()
    // Half an answer must not look whole.
    if (exchange.response!.headersSent) exchange.response!.destroy()
    else this.#journey.failed(error, this.#lease.address)
  }

  #answerWhole(): void {
    const { exchange, way } = this.#journey
    let body: Buffer | undefined = this.#more ? Buffer.concat(this.#more) : this.#first
    const { key, lead, response } = exchange
    if (response!.destroyed) return
    if (this.#status >= 500 && key) {
      const stale = way.answers.stale(key)
      if (stale) {
        exchange.cache = 'stale'
        return void giveKept(exchange, way.answers, stale, 'stale', way.securityHeaders)
      }
    }
    if (lead && this.#status === 200 && body && isJson(this.#headers) && this.#headers['set-cookie'] === undefined) {
      const kept = lead.keep(this.#headers['content-type']!, body)
      return void giveKept(exchange, way.answers, kept, 'stored', way.securityHeaders)
    }
    lead?.giveUp()
    if (exchange.mapAnswer && body && this.#status < 300 && isJson(this.#headers)) {
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
    const response = this.#journey.exchange.response!
    if (response.destroyed) return
    const length = body === undefined && this.#journey.exchange.method === 'HEAD' ? this.#headers['content-length'] : String(body?.length ?? 0)
    try {
      this.#writeHead(coding, length)
    } catch (error) {
      return this.#journey.failed(error, this.#lease.address)
    }
    this.#journey.exchange.bytes = body?.length ?? 0
    // As letters of one byte it leaves in one piece with the headers.
    if (body !== undefined && body.length <= onePieceBytes) response.end(body.toString('latin1'), 'latin1')
    else response.end(body)
  }

  #beginStream(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    const { exchange, way } = this.#journey
    const response = exchange.response!
    exchange.lead?.giveUp()
    const isEvents = headers['content-type']?.startsWith('text/event-stream') ?? false
    const coding = status === 200 && !isEvents ? this.#coding() : undefined
    this.#writeHead(coding, coding ? undefined : headers['content-length'])
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
      controller.abort(new Error('this process is about to end'))
    }
    way.streams.add(this.#endStream)
    response.once('close', () => way.streams.delete(this.#endStream!))
  }

  #coding(): Coding | undefined {
    const { headers, service } = this.#journey.exchange
    const { 'content-type': type, 'content-encoding': encoding, 'cache-control': control, 'content-range': range } = this.#headers
    if (!isCompressible(type) || encoding !== undefined || range !== undefined || control?.includes('no-transform')) return undefined
    return mayCompress(headers, service) ? codingOf(headers['accept-encoding']) : undefined
  }

  #writeHead(coding: Coding | undefined, length: string | undefined): void {
    const { exchange, way } = this.#journey
    const { added, traceId, door } = exchange
    const given = this.#headers
    const headers = passedBack(given)
    for (const it of way.security) headers.push(it)
    for (const it of added) headers.push(it)
    headers.push('x-request-id', traceId)
    if (given['cache-control'] === undefined) headers.push('cache-control', 'no-store')
    if (length !== undefined && this.#status !== 204 && this.#status !== 304) headers.push('content-length', length)
    if (coding) headers.push('content-encoding', coding)
    if (coding || (isCompressible(given['content-type']) && Number(length) >= compressedFrom)) headers.push('vary', 'accept-encoding')
    if (door.draining) headers.push('connection', 'close')
    exchange.response!.writeHead(this.#status, headers)
  }
}

function isJson({ 'content-type': type }: IncomingHttpHeaders): boolean {
  return type !== undefined && /^application\/(?:[\w.-]+\+)?json/.test(type)
}
