import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { buildConnector } from 'undici'
import { isField } from '#seam/field-form.ts'
import { type Course, Line, type WireHandler } from '#upstream/wire/line.ts'

export type WireRequest = {
  method: string
  /** Path and query as they go into the request line. */
  target: string
  /** Names by turns with values; without `host` and what says how long the body is. */
  fields: readonly string[]
  body: Buffer | Readable | null
  /** Bytes of a body that is a stream, where they are known. */
  length?: number | undefined
  /** How long the head of the answer may take, waiting for a connection included. */
  patienceMs: number
}

/** What can be done about a request that is under way. */
export type Passage = { abort(): void; pause(): void; resume(): void }

/** Connections to one instance for requests that are passed on as they are. */
export type Wire = {
  /** Sends a request when there is a connection for it. Throws a `TypeError` when it holds what may not go out. */
  ask(request: WireRequest, handler: WireHandler): Passage
  /** Takes no more requests; resolves when those under way are answered. */
  close(): Promise<void>
  /** Ends all, whatever is under way. */
  destroy(): Promise<void>
}

/** A connection is not used again after this, unless the other side says less. */
const idleMs = 60_000
/** How often the patient and the idle are looked at. */
const sweepMs = 100
const bodiless = new Set(['GET', 'HEAD', 'OPTIONS'])
const methodForm = /^[A-Z]{1,16}$/
const targetForm = /^[\x21-\x7e\x80-\xff]+$/

/**
 * Asks one instance over at most so many connections. A tenth of the work that a client for everybody does: no redirects, no upgrades, no interceptors, one
 * request a connection at a time, bytes as they come. Errors carry a `code`: those of the connection, or `WIRE_LATE`, `WIRE_CLOSED`, `WIRE_NO_ANSWER`, `WIRE_ABORTED`.
 */
export function createWire(address: string, connect: buildConnector.connector, connections: number): Wire {
  const { protocol, hostname, port, host } = new URL(address)
  const place = { protocol, host, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port: port || (protocol === 'https:' ? '443' : '80') }
  const lines = new Set<Line>()
  const free: Line[] = []
  const waiting: Course[] = []
  const connecting = new Set<Course>()
  let sweeping: NodeJS.Timeout | undefined
  let isClosing = false
  const ended = Promise.withResolvers<void>()

  /** The next request that still wants an answer. */
  const next = (): Course | undefined => {
    let course = waiting.shift()
    while (course?.isOver) course = waiting.shift()
    return course
  }

  const onFree = (line: Line) => {
    const course = next()
    if (course) line.send(course)
    else if (isClosing) line.destroy()
    else free.push(line)
  }

  const onClose = (line: Line) => {
    lines.delete(line)
    const at = free.indexOf(line)
    if (at >= 0) free.splice(at, 1)
    const course = next()
    if (course) open(course)
    else settleEnd()
  }

  const settleEnd = () => {
    if (lines.size + connecting.size > 0) return
    clearInterval(sweeping)
    sweeping = undefined
    if (isClosing) ended.resolve()
  }

  const open = (course: Course) => {
    connecting.add(course)
    sweeping ??= setInterval(sweep, sweepMs).unref()
    connect(place as buildConnector.Options, (error: Error | null, socket: Socket | null) => {
      connecting.delete(course)
      if (socket && !error) {
        const line = new Line(socket, idleMs, onFree, onClose)
        lines.add(line)
        // Whoever asked for it may have gone; others may be glad of it.
        if (course.isOver) onFree(line)
        else line.send(course)
        return
      }
      fail(course, error ?? new Error('no connection'))
      const other = next()
      if (other) open(other)
      else settleEnd()
    })
  }

  const sweep = () => {
    const now = performance.now()
    for (const it of [...waiting, ...connecting]) if (now > it.until) fail(it, late())
    for (const it of lines) {
      const { course } = it
      if (course ? !course.isAnswered && now > course.until : now - it.idleSince > it.idleMs) it.destroy(late())
    }
  }

  return {
    ask(request, handler) {
      const course = courseOf(request, host, handler)
      if (isClosing) throw new TypeError('these connections are ended')
      let line = free.pop()
      while (line && !line.isOpen) line = free.pop()
      if (line) line.send(course)
      else if (lines.size + connecting.size < connections) open(course)
      else waiting.push(course)
      return {
        abort() {
          if (course.isOver) return
          if (course.line?.course === course) course.line.destroy(aborted())
          else fail(course, aborted())
        },
        pause() {
          if (course.line?.course === course) course.line.pause()
        },
        resume() {
          if (course.line?.course === course) course.line.resume()
        },
      }
    },
    close() {
      isClosing = true
      for (const it of free) it.destroy()
      settleEnd()
      return ended.promise
    },
    destroy() {
      isClosing = true
      for (const it of [...waiting.splice(0), ...connecting]) fail(it, aborted())
      for (const it of lines) it.destroy(aborted())
      settleEnd()
      return ended.promise
    },
  }
}

function courseOf({ method, target, fields, body, length, patienceMs }: WireRequest, host: string, handler: WireHandler): Course {
  if (!methodForm.test(method) || !targetForm.test(target)) throw new TypeError('a request line that may not go out')
  let head = `${method} ${target} HTTP/1.1\r\nhost: ${host}\r\n`
  for (let at = 0; at < fields.length; at += 2) {
    const name = fields[at]!
    const value = fields[at + 1]!
    if (!isField(name, value)) throw new TypeError(`a header that may not go out: ${name}`)
    head += `${name}: ${value}\r\n`
  }
  const isStream = body !== null && !Buffer.isBuffer(body)
  const bytes = isStream ? length : (body?.length ?? 0)
  if (bytes === undefined) head += 'transfer-encoding: chunked\r\n'
  else if (bytes > 0 || isStream || !bodiless.has(method)) head += `content-length: ${bytes}\r\n`
  return {
    head: `${head}\r\n`,
    body: isStream || bytes! > 0 ? body : null,
    isChunked: bytes === undefined,
    isHead: method === 'HEAD',
    handler,
    until: performance.now() + patienceMs,
    line: undefined,
    isAnswered: false,
    isOver: false,
  }
}

function fail(course: Course, error: Error): void {
  if (course.isOver) return
  course.isOver = true
  course.handler.onError(error)
}

function late(): Error {
  return Object.assign(new Error('it does not answer in time'), { code: 'WIRE_LATE' })
}

function aborted(): Error {
  return Object.assign(new Error('nobody waits for it any more'), { code: 'WIRE_ABORTED' })
}
