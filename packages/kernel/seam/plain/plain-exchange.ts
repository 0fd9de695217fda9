import { type IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http'
import { together } from '#together.ts'
import { isField } from '#seam/field-form.ts'
import type { PlainRequest } from '#seam/plain/plain-request.ts'

/** One plain question and its answer: sent in one piece, or through a response object of Node's where it comes bit by bit. */
export type PlainExchange = {
  readonly request: PlainRequest
  /** Whether the connection is gone, or all is said. */
  readonly isOver: boolean
  /** Whether something of an answer has been sent. */
  readonly hasBegun: boolean
  /** Called once when the answer is sent, or with 499 when the connection ended before. */
  whenOver(note: (status: number) => void): void
  /** Sends a whole answer: names of fields by turns with values, the length among them. Throws a `TypeError` when it holds what may not go out. */
  answer(status: number, fields: readonly string[], body: Buffer | undefined): void
  /** Node's own response object on this connection, made for the first who asks; `answer` is not to be used beside it. */
  readonly response: ServerResponse
}

/** Up to this a body leaves in one piece with its head. */
const onePieceBytes = 16_384

let dated = { second: 0, text: '' }

/** Answers one plain question; `next` is called when the connection is free for another, or is to be ended. */
export class PlainAnswering implements PlainExchange {
  readonly request: PlainRequest
  isOver = false
  readonly #next: (ends: boolean) => void
  #note: ((status: number) => void) | undefined
  #response: ServerResponse | undefined

  constructor(request: PlainRequest, next: (ends: boolean) => void) {
    this.request = request
    this.#next = next
  }

  get hasBegun(): boolean {
    return this.isOver || (this.#response?.headersSent ?? false)
  }

  whenOver(note: (status: number) => void): void {
    this.#note = note
  }

  answer(status: number, fields: readonly string[], body: Buffer | undefined): void {
    let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Status'}\r\ndate: ${dateNow()}\r\n`
    let ends = false
    for (let at = 0; at < fields.length; at += 2) {
      const name = fields[at]!
      const value = fields[at + 1]!
      if (!isField(name, value)) throw new TypeError(`a header that may not go out: ${name}`)
      if (name === 'connection' && value === 'close') ends = true
      head += `${name}: ${value}\r\n`
    }
    head += ends ? '\r\n' : 'connection: keep-alive\r\nkeep-alive: timeout=72\r\n\r\n'
    const { socket, method } = this.request
    const sent = method === 'HEAD' ? undefined : body
    const isOnePiece = sent !== undefined && sent.length <= onePieceBytes
    if (isOnePiece) head += sent.toString('latin1')
    together(() => {
      // Whoever asked may have gone meanwhile.
      if (this.isOver) return
      if (sent === undefined || isOnePiece) socket.write(head, 'latin1')
      else {
        socket.cork()
        socket.write(head, 'latin1')
        socket.write(sent)
        socket.uncork()
      }
      this.#end(status, ends)
    })
  }

  get response(): ServerResponse {
    if (this.#response) return this.#response
    const { request } = this
    const { socket } = request
    const response = new ServerResponse(Object.assign(request, { httpVersionMajor: 1, httpVersionMinor: 1 }) as unknown as IncomingMessage)
    const onDrain = () => void response.emit('drain')
    response.assignSocket(socket)
    socket.on('drain', onDrain)
    response.once('finish', () => {
      socket.off('drain', onDrain)
      response.detachSocket(socket)
      this.#end(response.statusCode, (response as ServerResponse & { _last: boolean })._last)
      response.emit('close')
    })
    this.#response = response
    return response
  }

  /** The connection ended, whoever ended it. */
  leave(): void {
    if (this.isOver) return
    this.isOver = true
    this.#note?.(499)
  }

  #end(status: number, ends: boolean): void {
    if (this.isOver) return
    this.isOver = true
    this.#next(ends)
    this.#note?.(status)
  }
}

/** As HTTP wants it (RFC 9110, section 5.6.7), made once a second. */
function dateNow(): string {
  const second = Math.floor(Date.now() / 1_000)
  if (second !== dated.second) dated = { second, text: new Date(second * 1_000).toUTCString() }
  return dated.text
}
