import { Duplex } from 'node:stream'
import type { Worker } from 'node:worker_threads'
import type { FromEmbedded, ToEmbedded } from '#db/embedded-worker.ts'

// AuthenticationOk and ReadyForQuery('I') of the PostgreSQL wire protocol: the embedded session needs no sign-in.
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
const terminate = 0x58

/**
 * The socket node-postgres talks to when the database is a worker thread: the PostgreSQL wire protocol over the thread's messages.
 * Ends with an error when the thread stops.
 */
export class MessagePortStream extends Duplex {
  readonly #worker: Worker
  #waiting: Buffer[] = []
  #greeted = false
  #scheduled = false

  constructor(worker: Worker) {
    super({ allowHalfOpen: false })
    this.#worker = worker
    worker.on('message', (it: FromEmbedded) => {
      if ('bytes' in it) this.push(Buffer.from(it.bytes.buffer, it.bytes.byteOffset, it.bytes.byteLength))
      else if ('stopped' in it) this.destroy(new Error(`the embedded database stopped: ${it.stopped}`))
    })
    worker.once('error', (error) => this.destroy(new Error(`the embedded database stopped: ${error.message}`)))
    worker.once('exit', () => this.destroy(new Error('the embedded database stopped')))
  }

  /** Announces the connection on the next tick, as a socket does. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  // The rest of what node-postgres asks of a socket; a thread has neither Nagle's delay nor keep-alive.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: string, done: (error?: Error) => void): void {
    if (!this.#greeted) {
      this.#greeted = true
      this.push(welcome)
      return done()
    }
    this.#waiting.push(bytes)
    // Parse, bind, describe, execute and sync are written one by one in one tick: cross the thread once for all of them.
    if (!this.#scheduled) {
      this.#scheduled = true
      queueMicrotask(() => this.#send())
    }
    done()
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  #send(): void {
    this.#scheduled = false
    const bytes = new Uint8Array(Buffer.concat(this.#waiting))
    this.#waiting = []
    if (bytes[0] === terminate) return
    this.#worker.postMessage({ bytes } satisfies ToEmbedded, [bytes.buffer])
  }
}
