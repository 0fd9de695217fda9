import type { IncomingHttpHeaders } from 'node:http'
import type { Duplex } from 'node:stream'
import { callerHeader, Fault, problemOf, refuseRaw, signCaller } from '@myna/kernel'
import type { Dispatcher } from 'undici'
import type { Exchange } from '#edge/exchange.ts'
import { closeFrame, FrameBoundary } from '#passing/frames.ts'
import { passedOn } from '#passing/passed-headers.ts'
import type { Way } from '#passing/pass-on.ts'

/** How long the two ends may take to say goodbye when this process is about to end. */
const partingMs = 3_000
/** Headers of an answer that is no opened socket. */
const refusedHeaders = ['content-type', 'x-request-id', 'retry-after', 'www-authenticate']

/** Passes WebSockets on to services in other processes: the handshake, then bytes both ways with nothing in between. */
export function createPassSocket(way: Way) {
  const open = new Set<() => void>()
  return {
    /** Opens the way for one; calls back with the status when it is over. */
    pass(exchange: Exchange, duplex: Duplex, head: Buffer, noteEnd: (status: number) => void): void {
      const { service, url, caller, headers, traceId, ip } = exchange
      const refuse = (error: unknown) => {
        const fault = error instanceof Fault ? error : new Fault('server.unavailable', { service }, { cause: error })
        refuseRaw(duplex, fault, traceId)
        noteEnd(problemOf(fault, traceId).status)
      }
      let lease: ReturnType<Way['upstreams']['take']>
      try {
        lease = way.upstreams.take(service)
      } catch (error) {
        return refuse(error)
      }
      const leave = () => handler.controller?.abort(new Error('whoever asked went away'))
      duplex.once('close', leave)
      const handler = new Handshake((outcome) => {
        duplex.off('close', leave)
        lease.settle(duplex.destroyed ? 'left' : 'error' in outcome ? 'failed' : 'answered')
        if (duplex.destroyed) {
          if ('socket' in outcome) outcome.socket.destroy()
          return noteEnd(499)
        }
        if ('error' in outcome) return refuse(outcome.error)
        if (!('socket' in outcome)) {
          duplex.end(refusalOf(outcome))
          return noteEnd(outcome.status)
        }
        duplex.write(`HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n${linesOf(outcome.headers)}\r\n`)
        const part = join(duplex, outcome.socket, head)
        open.add(part)
        duplex.once('close', () => {
          open.delete(part)
          noteEnd(101)
        })
      })
      const token = signCaller(caller, { service, method: 'GET', target: url }, way.secret, Date.now())
      const told = [...passedOn(headers), 'x-request-id', traceId, 'x-forwarded-for', ip, callerHeader, token]
      try {
        lease.pool.dispatch({ path: url, method: 'GET', headers: told, upgrade: 'websocket', headersTimeout: way.patienceMs }, handler)
      } catch (error) {
        lease.settle('left')
        refuse(new Fault('request.invalid', { service }, { cause: error }))
      }
    },
    /** Sends every open socket to another process: close code 1012, service restart. */
    drain(): void {
      for (const part of open) part()
      open.clear()
    },
  }
}

type Answered = { socket: Duplex; headers: IncomingHttpHeaders } | { status: number; headers: IncomingHttpHeaders; body: Buffer } | { error: Error }

/** Hears whether a service opens the socket. */
class Handshake implements Dispatcher.DispatchHandler {
  controller: Dispatcher.DispatchController | undefined
  readonly #done: (outcome: Answered) => void
  #refusal: { status: number; headers: IncomingHttpHeaders; chunks: Buffer[] } | undefined

  constructor(done: (outcome: Answered) => void) {
    this.#done = done
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
  }

  onRequestUpgrade(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders, socket: Duplex): void {
    if (status === 101) this.#done({ socket, headers })
    else {
      socket.destroy()
      this.#done({ error: new Error(`the handshake was answered with ${status}`) })
    }
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status >= 200) this.#refusal = { status, headers, chunks: [] }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const chunks = this.#refusal!.chunks
    chunks.push(chunk)
    if (chunks.length > 64) controller.abort(new Error('a refusal without end'))
  }

  onResponseEnd(): void {
    const { status, headers, chunks } = this.#refusal!
    this.#done({ status, headers, body: Buffer.concat(chunks) })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#done({ error })
  }
}

/** Joins two sockets until either ends; the function it answers says goodbye to both. */
function join(near: Duplex, far: Duplex, head: Buffer): () => void {
  const boundary = new FrameBoundary()
  let isParting = false
  const end = () => {
    near.destroy()
    far.destroy()
  }
  const part = () => {
    if (near.destroyed || !boundary.isBetween || near.writableEnded) return
    near.write(closeFrame(1012, 'restarting'))
    isParting = true
  }
  for (const it of [near, far]) {
    if ('setTimeout' in it) (it as Duplex & { setTimeout(ms: number): void }).setTimeout(0)
    it.on('error', end)
    it.once('close', end)
  }
  let wantsToPart = false
  far.on('data', (chunk: Buffer) => {
    // Whoever was sent away has heard the last of it.
    if (isParting) return
    boundary.follow(chunk)
    if (!near.write(chunk)) {
      far.pause()
      near.once('drain', () => far.resume())
    }
    if (wantsToPart) part()
  })
  near.on('data', (chunk: Buffer) => {
    if (far.writableEnded || far.write(chunk)) return
    near.pause()
    far.once('drain', () => near.resume())
  })
  far.once('end', () => near.end())
  near.once('end', () => far.end())
  if (head.length > 0) far.write(head)
  near.resume()
  return () => {
    wantsToPart = true
    part()
    setTimeout(end, partingMs).unref()
  }
}

function linesOf(headers: IncomingHttpHeaders): string {
  return Object.entries(headers)
    .filter(([name]) => name.startsWith('sec-websocket-') || name === 'x-request-id')
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join('')
}

function refusalOf({ status, headers, body }: { status: number; headers: IncomingHttpHeaders; body: Buffer }): Buffer {
  const lines = refusedHeaders.filter((it) => headers[it] !== undefined).map((it) => `${it}: ${String(headers[it])}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}content-length: ${body.length}\r\nconnection: close\r\n\r\n`), body])
}
