import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnswerReader } from '#upstream/wire/answer-reader.ts'

type Heard = { heads: [number, readonly string[]][]; body: string; isOver: boolean }

/** Reads an answer that comes in these pieces. */
function readAll(pieces: readonly Buffer[], { isHead = false, ends = false } = {}): Heard & { reader: AnswerReader } {
  const heard: Heard = { heads: [], body: '', isOver: false }
  const reader = new AnswerReader()
  reader.begin(
    {
      onHead: (status, fields) => void heard.heads.push([status, fields]),
      onData: (chunk) => void (heard.body += chunk.toString('latin1')),
    },
    isHead,
  )
  for (const it of pieces) heard.isOver = reader.read(it)
  if (ends) heard.isOver = reader.finish()
  return { ...heard, reader }
}

const read = (text: string, options = {}) => readAll([Buffer.from(text, 'latin1')], options)

describe('an answer', () => {
  it.each([
    ['with a length', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello', 'hello'],
    ['in chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nx: y\r\n\r\n', 'hello world'],
    ['after interim ones', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', 'ok'],
    ['without a body', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
    ['not changed, with a length', 'HTTP/1.1 304 Not Modified\r\ncontent-length: 500\r\n\r\n', ''],
    ['without a reason', 'HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n', ''],
  ])('%s is read, in whatever pieces it comes', (_name, text, body) => {
    const bytes = Buffer.from(text, 'latin1')
    const whole = readAll([bytes])
    expect(whole).toMatchObject({ body, isOver: true, heads: [[expect.any(Number), expect.any(Array)]] })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
        const { heads, body: parts, isOver } = readAll(at.slice(1).map((end, index) => bytes.subarray(at[index]!, end)))
        expect({ heads, body: parts, isOver }).toEqual({ heads: whole.heads, body, isOver: true })
      }),
    )
  })

  it('tells names in lower case with their values, several of one name included', () => {
    const { heads } = read('HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie:b=2 \r\nX-Empty:\r\ncontent-length: 0\r\n\r\n')
    expect(heads).toEqual([[200, ['set-cookie', 'a=1', 'set-cookie', 'b=2', 'x-empty', '', 'content-length', '0']]])
  })

  it('to HEAD has no body whatever it says', () => {
    expect(read('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n', { isHead: true })).toMatchObject({ body: '', isOver: true })
  })

  it('of unknown length ends with its connection', () => {
    expect(read('HTTP/1.1 200 OK\r\n\r\nall of it')).toMatchObject({ isOver: false })
    const { body, isOver, reader } = read('HTTP/1.1 200 OK\r\n\r\nall of it', { ends: true })
    expect({ body, isOver, keepsAlive: reader.keepsAlive }).toEqual({ body: 'all of it', isOver: true, keepsAlive: false })
  })

  it.each([
    ['HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhel'],
    ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
    ['HTTP/1.1 200 OK\r\ncontent-le'],
    [''],
  ])('of which half came is not over: %j', (text) => {
    expect(read(text, { ends: true })).toMatchObject({ isOver: false })
  })

  it('says whether its connection may be used again', () => {
    const keeps = (head: string) => read(`${head}\r\ncontent-length: 0\r\n\r\n`).reader.keepsAlive
    expect(keeps('HTTP/1.1 200 OK')).toBe(true)
    expect(keeps('HTTP/1.1 200 OK\r\nConnection: Close')).toBe(false)
    expect(keeps('HTTP/1.0 200 OK')).toBe(false)
    expect(read('HTTP/1.1 200 OK\r\nKeep-Alive: timeout=72\r\ncontent-length: 0\r\n\r\n').reader.keepsSeconds).toBe(72)
  })

  it.each([
    ['something else', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['another version', 'HTTP/2 200 OK\r\n\r\n'],
    ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    ['two equal lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 5\r\n\r\nhello'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: +5\r\n\r\nhello'],
    ['another coding', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n'],
    ['chunks of an old version', 'HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a folded field', 'HTTP/1.1 200 OK\r\nx: a\r\n b\r\ncontent-length: 0\r\n\r\n'],
    ['a name with a space', 'HTTP/1.1 200 OK\r\nx y: a\r\ncontent-length: 0\r\n\r\n'],
    ['a field without a colon', 'HTTP/1.1 200 OK\r\nx\r\ncontent-length: 0\r\n\r\n'],
    ['a bare line feed', 'HTTP/1.1 200 OK\r\nx: a\ny: b\r\ncontent-length: 0\r\n\r\n'],
    ['a line feed before the line end', 'HTTP/1.1 200 OK\r\nx: a\n\r\ncontent-length: 0\r\n\r\n'],
    ['a null byte', 'HTTP/1.1 200 OK\r\nx: \0\r\ncontent-length: 0\r\n\r\n'],
    ['a chunk longer than it says', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n'],
    ['a chunk of no size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\nhello\r\n0\r\n\r\n'],
    ['a chunk with a bare line end', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n'],
    ['an answer and more', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n'],
    ['a body after an answer without one', 'HTTP/1.1 204 No Content\r\n\r\nhello'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`],
    ['a chunk line without end', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;${'x'.repeat(10_000)}`],
  ])('is none: %s', (_name, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'WIRE_NO_ANSWER' }))
  })

  it('is never read into anything but an answer or a refusal', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'),
        (bytes, before) => {
          try {
            readAll([Buffer.from(before), Buffer.from(bytes)], { ends: true })
          } catch (error) {
            expect(error).toMatchObject({ code: 'WIRE_NO_ANSWER' })
          }
        },
      ),
    )
  })
})
