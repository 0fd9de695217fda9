import { isField } from '#seam/field-form.ts'
import { fieldValue } from '#seam/field-value.ts'

/** Hears an answer as it comes. */
export type Hearer = {
  /** Names in lower case by turns with their values. Not called for interim answers. */
  onHead(status: number, fields: readonly string[]): void
  onData(chunk: Buffer): void
}

/** All fields of an answer together, in bytes; and all lines between and after chunks. */
const headBytes = 65_536
const chunkLineBytes = 4_096
const headEnd = Buffer.from('\r\n\r\n')
const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/
const lengthForm = /^\d{1,15}$/
const chunkForm = /^([\da-f]{1,12})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/i

/** What came is no answer, or not all of one. */
export class NoAnswer extends Error {
  readonly code = 'WIRE_NO_ANSWER'
}

type State = 'head' | 'counted' | 'chunk size' | 'chunk' | 'chunk end' | 'trailer' | 'open' | 'over'

/**
 * Reads HTTP/1.1 answers off one connection, one after another (RFC 9112). Whatever could be read in two ways is no answer: lengths that contradict each other or
 * a coding, folded fields, bare line ends, bytes nobody asked for.
 */
export class AnswerReader {
  /** Whether another request may follow on this connection. */
  keepsAlive = true
  /** How long the other side says that it keeps a connection, in seconds. */
  keepsSeconds: number | undefined
  #state: State = 'over'
  #hearer!: Hearer
  #isHead = false
  #rest: Buffer | undefined
  #left = 0
  #line = ''
  #keepsTold = ''

  /** Makes ready for the answer to the next request. */
  begin(hearer: Hearer, isHead: boolean): void {
    this.#hearer = hearer
    this.#isHead = isHead
    this.#state = 'head'
  }

  /** Reads what came; answers whether the answer is over with it. Throws `NoAnswer`. */
  read(chunk: Buffer): boolean {
    let bytes = chunk
    let at = 0
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, chunk])
      this.#rest = undefined
    }
    while (at < bytes.length) {
      if (this.#state === 'over') throw new NoAnswer('bytes that nobody asked for')
      at = this.#step(bytes, at)
      // As long as there is no body, the end of the head is the end.
      if (at < 0) break
    }
    return this.#state === 'over'
  }

  /** The other side has said its last; answers whether that ends the answer well. */
  finish(): boolean {
    if (this.#state !== 'open') return false
    this.#state = 'over'
    this.keepsAlive = false
    return true
  }

  /** Reads one part; answers where the next begins, or -1 when more bytes are needed. */
  #step(bytes: Buffer, at: number): number {
    switch (this.#state) {
      case 'head':
        return this.#readHead(bytes, at)
      case 'counted':
      case 'chunk': {
        const end = Math.min(bytes.length, at + this.#left)
        this.#left -= end - at
        if (this.#left === 0) this.#state = this.#state === 'chunk' ? 'chunk end' : 'over'
        this.#hearer.onData(at === 0 && end === bytes.length ? bytes : bytes.subarray(at, end))
        return end
      }
      case 'open':
        this.#hearer.onData(at === 0 ? bytes : bytes.subarray(at))
        return bytes.length
      default:
        return this.#readLine(bytes, at)
    }
  }

  #readHead(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(headEnd, at)
    if (end < 0 ? bytes.length - at > headBytes : end - at > headBytes) throw new NoAnswer('an answer with endless headers')
    if (end < 0) {
      this.#rest = bytes.subarray(at)
      return -1
    }
    this.#begin(bytes.toString('latin1', at, end))
    return end + 4
  }

  #begin(text: string): void {
    let to = text.indexOf('\r\n')
    const first = statusLine.exec(to < 0 ? text : text.slice(0, to))
    if (!first) throw new NoAnswer('no status line')
    const status = Number(first[2])
    const fields: string[] = []
    let length: string | undefined
    let coding: string | undefined
    let connection: string | undefined
    while (to >= 0) {
      const from = to + 2
      to = text.indexOf('\r\n', from)
      const colon = text.indexOf(':', from)
      if (colon < 0 || (to >= 0 && colon > to)) throw new NoAnswer('a line of the head without a name')
      const name = text.slice(from, colon).toLowerCase()
      const value = fieldValue(text, colon + 1, to < 0 ? text.length : to)
      if (!isField(name, value)) throw new NoAnswer('a field of the head that is none')
      if (name === 'content-length') {
        if (length !== undefined || !lengthForm.test(value)) throw new NoAnswer('a length that is none')
        length = value
      } else if (name === 'transfer-encoding') coding = coding === undefined ? value.toLowerCase() : 'several'
      else if (name === 'connection') connection = value.toLowerCase()
      else if (name === 'keep-alive') this.#keep(value)
      fields.push(name, value)
    }
    if (status < 200) {
      if (status === 101) throw new NoAnswer('another protocol that nobody asked for')
      return
    }
    if (coding !== undefined && (coding !== 'chunked' || length !== undefined || first[1] === '0')) throw new NoAnswer('a length that can be read in two ways')
    this.keepsAlive = first[1] === '1' ? connection !== 'close' : connection === 'keep-alive'
    if (this.#isHead || status === 204 || status === 304 || length === '0') this.#state = 'over'
    else if (coding !== undefined) this.#state = 'chunk size'
    else if (length !== undefined) {
      this.#left = Number(length)
      this.#state = 'counted'
    } else this.#state = 'open'
    this.#hearer.onHead(status, fields)
  }

  #keep(told: string): void {
    if (told === this.#keepsTold) return
    this.#keepsTold = told
    this.keepsSeconds = Number(/timeout=(\d{1,6})/.exec(told)?.[1] ?? Number.NaN)
  }

  /** Reads the rest of a line between or after chunks. */
  #readLine(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(10 /* line feed */, at)
    this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end + 1)
    if (this.#line.length > chunkLineBytes) throw new NoAnswer('a chunk with an endless line')
    if (end < 0) return bytes.length
    if (!this.#line.endsWith('\r\n')) throw new NoAnswer('a chunk with a bare line end')
    const line = this.#line.slice(0, -2)
    this.#line = ''
    if (this.#state === 'chunk end') {
      if (line !== '') throw new NoAnswer('a chunk that is longer than it says')
      this.#state = 'chunk size'
    } else if (this.#state === 'trailer') {
      if (line === '') this.#state = 'over'
    } else {
      const size = chunkForm.exec(line)
      if (!size) throw new NoAnswer('a chunk without a size')
      this.#left = Number.parseInt(size[1]!, 16)
      this.#state = this.#left === 0 ? 'trailer' : 'chunk'
    }
    return end + 1
  }
}
