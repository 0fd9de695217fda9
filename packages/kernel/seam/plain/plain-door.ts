import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { PlainAnswering, type PlainExchange } from '#seam/plain/plain-exchange.ts'
import { readPlain } from '#seam/plain/plain-request.ts'

/** Answers a plain question, or leaves it, untouched, with false. */
export type PlainFront = (exchange: PlainExchange) => boolean

type Most = {
  bytes: number
  fields: number /** How long a connection may be silent before its first request, and after it, in ms. */
  firstMs: number
  idleMs: number
}

/**
 * Reads the requests of a connection as long as they are plain questions to the front, which costs a third of what Node's server does for them; with the first
 * one that is not, the connection is Node's, from the first byte of that request, and stays so. Answers what stops it.
 */
export function openPlainDoor(server: Server, front: () => PlainFront | undefined, most: Most): void {
  const accept = server.listeners('connection') as ((socket: Socket) => void)[]
  const open = new Set<Connection>()
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const handOn = () => {
      for (const listener of accept) listener.call(server, socket)
    }
    const plain = front()
    // One that was refused already has nothing more to say.
    if (!plain || !socket.writable) return handOn()
    const connection = new Connection(socket, plain, most, handOn)
    open.add(connection)
    connection.whenLeft(() => open.delete(connection))
  })
  const { close } = server
  server.close = (done) => {
    for (const it of open) it.part()
    return close.call(server, done)
  }
}

class Connection {
  readonly #socket: Socket
  readonly #front: PlainFront
  readonly #most: Most
  readonly #handOn: () => void
  #answering: PlainAnswering | undefined
  /** What came while an answer is under way. */
  #waiting: Buffer | undefined
  #isParting = false
  #isUsed = false
  #left = () => {}

  constructor(socket: Socket, front: PlainFront, most: Most, handOn: () => void) {
    this.#socket = socket
    this.#front = front
    this.#most = most
    this.#handOn = handOn
    socket.on('data', this.#read).on('error', this.#fail).on('end', this.#fail).on('close', this.#close)
    socket.setTimeout(most.firstMs, this.#rest)
  }

  whenLeft(left: () => void): void {
    this.#left = left
  }

  /** Ends the connection as soon as nobody waits on it. */
  part(): void {
    this.#isParting = true
    if (!this.#answering) this.#socket.destroy()
  }

  readonly #read = (bytes: Buffer): void => {
    if (this.#answering) {
      // One question after the other; whoever asks many at once waits with the rest.
      this.#waiting = this.#waiting ? Buffer.concat([this.#waiting, bytes]) : bytes
      this.#socket.pause()
      return
    }
    const request = readPlain(bytes, this.#socket, this.#most)
    if (!request) return this.#giveOver(bytes)
    this.#answering = new PlainAnswering(request, this.#next)
    if (this.#front(this.#answering)) return
    this.#answering = undefined
    this.#giveOver(bytes)
  }

  readonly #next = (ends: boolean): void => {
    const socket = this.#socket
    this.#answering = undefined
    if (ends || this.#isParting) return void socket.end(() => socket.destroy())
    if (!this.#isUsed) {
      this.#isUsed = true
      socket.setTimeout(this.#most.idleMs)
    }
    const waiting = this.#waiting
    if (!waiting) return
    this.#waiting = undefined
    // Not here: whoever has just answered has not yet returned.
    setImmediate(() => {
      if (socket.destroyed) return
      socket.resume()
      this.#read(waiting)
    })
  }

  /** Lets Node's server have the connection, beginning with these bytes. */
  #giveOver(bytes: Buffer): void {
    const socket = this.#socket
    socket.off('data', this.#read).off('error', this.#fail).off('end', this.#fail).off('close', this.#close)
    socket.setTimeout(0, this.#rest)
    this.#left()
    socket.pause()
    socket.unshift(bytes)
    this.#handOn()
    socket.resume()
  }

  readonly #rest = (): void => {
    // Who waits for an answer is held to other times.
    if (!this.#answering) this.#socket.destroy()
  }

  /** Whoever says that he will say no more is gone, as he is for Node's server. */
  readonly #fail = (): void => {
    this.#socket.destroy()
  }

  readonly #close = (): void => {
    this.#left()
    this.#answering?.leave()
  }
}
