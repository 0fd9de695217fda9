import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import { isField } from '#seam/field-form.ts'
import { fieldValue } from '#seam/field-value.ts'
import { addressTrouble } from '#seam/request-target.ts'

/** A question without a body, as much of Node's own as those need who look at requests. */
export type PlainRequest = {
  readonly method: 'GET' | 'HEAD'
  url: string
  readonly headers: IncomingHttpHeaders
  readonly socket: Socket
  /** There is nothing more to read. */
  readonly complete: true
  resume(): void
}

const requestLine = /^(GET|HEAD) (\/[\x21-\x7e]*) HTTP\/1\.1$/
const headEnd = Buffer.from('\r\n\r\n')
/** Whoever says one of these says more than that he wants an answer. */
const notPlain = new Set([
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'te',
  'trailer',
  'http2-settings',
  'proxy-connection',
  'proxy-authorization',
  'keep-alive',
])

/**
 * Reads a request that is whole in these bytes and can be read in one way alone: a question by GET or HEAD in HTTP/1.1, one host, no field twice, no body, nothing
 * after it. Undefined for whatever else it may be: that is for Node's own parser, which reads it from its first byte.
 */
export function readPlain(bytes: Buffer, socket: Socket, most: { bytes: number; fields: number }): PlainRequest | undefined {
  const { length } = bytes
  if (length > most.bytes || bytes.indexOf(headEnd) !== length - 4) return undefined
  const text = bytes.toString('latin1', 0, length - 4)
  let to = text.indexOf('\r\n')
  const line = requestLine.exec(to < 0 ? text : text.slice(0, to))
  if (!line) return undefined
  const headers: IncomingHttpHeaders = {}
  let fields = 0
  while (to >= 0) {
    const from = to + 2
    to = text.indexOf('\r\n', from)
    const colon = text.indexOf(':', from)
    if (colon < 0 || (to >= 0 && colon > to) || ++fields > most.fields) return undefined
    const name = text.slice(from, colon).toLowerCase()
    const value = fieldValue(text, colon + 1, to < 0 ? text.length : to)
    if (!isField(name, value) || headers[name] !== undefined || notPlain.has(name)) return undefined
    if (name === 'connection' && value.toLowerCase() !== 'keep-alive') return undefined
    if (name === '__proto__') return undefined
    headers[name] = value
  }
  if (!headers.host) return undefined
  const request: PlainRequest = { method: line[1] as 'GET' | 'HEAD', url: line[2]!, headers, socket, complete: true, resume() {} }
  return addressTrouble(request) === undefined ? request : undefined
}
