import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { together } from '#together.ts'
import { AnswerReader, type Hearer } from '#upstream/wire/answer-reader.ts'

/** Hears the answer to one request, or why there is none. */
export type WireHandler = Hearer & {
  onEnd(): void
  /** Called once at most, and nothing after it; also when half an answer has been heard. */
  onError(error: Error): void
}

/** A request that waits for a connection, or for its answer on one. */
export type Course = {
  readonly head: string
  readonly body: Buffer | Readable | null
  /** Whether a body of unknown length goes out in chunks. */
  readonly isChunked: boolean
  readonly isHead: boolean
  readonly handler: WireHandler
  /** Until when the head of the answer must be there, in ms of `performance.now()`. */
  readonly until: number
  line: Line | undefined
  isAnswered: boolean
  isOver: boolean
}

/** One connection to an instance: one request at a time, one after another. */
export class Line implements Hearer {
  /** When it was last of use, in ms of `performance.now()`. */
  idleSince = performance.now()
  /** How long it may be idle: a little less than the other side keeps it, so that it is not ended there just as we write. */
  idleMs: number
  readonly #socket: Socket
  readonly #onFree: (line: Line) => void
  readonly #reader = new AnswerReader()
  #course: Course | undefined
  #error: Error | undefined
  #isSent = true

  constructor(socket: Socket, idleMs: number, onFree: (line: Line) => void, onClose: (line: Line) => void) {
    this.#socket = socket
    this.idleMs = idleMs
    this.#onFree = onFree
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('end', () => this.#finish())
    socket.on('error', (error) => (this.#error = error))
    socket.once('close', () => {
      onClose(this)
      this.#fail(this.#error ?? closed())
    })
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable
  }

  get course(): Course | undefined {
    return this.#course
  }

  /** Sends a request; the line must be free. */
  send(course: Course): void {
    this.#course = course
    this.#isSent = !isStream(course.body)
    course.line = this
    this.#reader.begin(this, course.isHead)
    together(() => this.#write(course))
  }

  #write(course: Course): void {
    const socket = this.#socket
    const { head, body } = course
    if (socket.destroyed) return
    if (body === null) return void socket.write(head, 'latin1')
    socket.cork()
    socket.write(head, 'latin1')
    if (isStream(body)) this.#sendStream(body, course)
    else socket.write(body)
    socket.uncork()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  /** Ends the connection, and with it whatever is under way. */
  destroy(error?: Error): void {
    this.#error ??= error
    this.#socket.destroy()
    // Whoever waits hears of it now, not when the socket is closed.
    this.#fail(this.#error ?? closed())
  }

  onHead(status: number, fields: readonly string[]): void {
    const course = this.#course
    if (!course) return
    course.isAnswered = true
    course.handler.onHead(status, fields)
  }

  onData(chunk: Buffer): void {
    this.#course?.handler.onData(chunk)
  }

  #read(chunk: Buffer): void {
    try {
      if (this.#reader.read(chunk)) this.#end()
    } catch (error) {
      this.destroy(error as Error)
    }
  }

  #finish(): void {
    if (this.#course && this.#reader.finish()) this.#end()
    else this.destroy()
  }

  #end(): void {
    const course = this.#course
    // It was broken off while it was read.
    if (!course) return
    this.#course = undefined
    const { keepsAlive, keepsSeconds } = this.#reader
    if (keepsSeconds !== undefined && keepsSeconds >= 0) this.idleMs = Math.min(this.idleMs, keepsSeconds * 1_000 - 1_000)
    // What is left of a body that was answered early would be taken for the next request.
    if (keepsAlive && this.#isSent && this.idleMs > 0) {
      this.#socket.resume()
      this.idleSince = performance.now()
      this.#onFree(this)
    } else {
      if (!this.#isSent) (course.body as Readable).destroy()
      this.#socket.destroy()
    }
    course.isOver = true
    course.handler.onEnd()
  }

  #fail(error: Error): void {
    const course = this.#course
    this.#course = undefined
    if (!course) return
    course.isOver = true
    course.handler.onError(error)
  }

  #sendStream(body: Readable, course: Course): void {
    const socket = this.#socket
    const goOn = () => body.resume()
    const stop = () => {
      body.off('data', send)
      socket.off('drain', goOn)
    }
    const send = (chunk: Buffer) => {
      if (socket.destroyed) return stop()
      let isRoom: boolean
      if (course.isChunked) {
        socket.cork()
        socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1')
        socket.write(chunk)
        isRoom = socket.write('\r\n', 'latin1')
        socket.uncork()
      } else isRoom = socket.write(chunk)
      if (!isRoom) body.pause()
    }
    body.on('data', send)
    socket.on('drain', goOn)
    body.once('end', () => {
      stop()
      if (course.isChunked) socket.write('0\r\n\r\n', 'latin1')
      this.#isSent = true
    })
    body.once('error', (error) => {
      stop()
      if (this.#course === course) this.destroy(error)
    })
  }
}

function closed(): Error {
  return Object.assign(new Error('the other side ended the connection'), { code: 'WIRE_CLOSED' })
}

function isStream(body: Course['body']): body is Readable {
  return body !== null && !Buffer.isBuffer(body)
}
