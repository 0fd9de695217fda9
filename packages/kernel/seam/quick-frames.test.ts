import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog } from '#log.ts'
import { createMediaHost } from './serve-media.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const it of open.splice(0)) it.close()
})

const [text, binary, goesOn, close, ping] = [1, 2, 0, 8, 9]

/** A frame as a client writes it. */
function frame(kind: number, content: Buffer | string, { final = true, masked = true, reserved = 0 } = {}): Buffer {
  const plain = Buffer.from(content)
  const length = plain.length < 126 ? [plain.length] : plain.length < 65_536 ? [126, ...bytesOf(plain.length, 2)] : [127, ...bytesOf(plain.length, 8)]
  const mask = randomBytes(4)
  const head = Buffer.from([(final ? 0x80 : 0) | reserved | kind, length[0]! | (masked ? 0x80 : 0), ...length.slice(1)])
  return Buffer.concat(masked ? [head, mask, plain.map((it, at) => it ^ mask[at % 4]!)] : [head, plain])
}
const bytesOf = (value: number, count: number) => Array.from({ length: count }, (_, at) => Math.floor(value / 2 ** (8 * (count - 1 - at))) & 255)

/** A connection to a media route by hand, and what its handler was told. */
async function converse() {
  const got: string[] = []
  const host = createMediaHost(createLog({ level: 'silent' }))
  const server = createServer().on('upgrade', (request, duplex, head) =>
    host.accept(request, duplex, head, async () => ({
      message: (data, isBinary) => got.push(`${isBinary ? 'binary' : 'text'} ${data.length > 40 ? data.length : data.toString()}`),
      closed: () => got.push('closed'),
    })),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay()
  open.push({ close: () => server.close() }, { close: () => socket.destroy() })
  socket.write(
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  const answers: Buffer[] = []
  socket.on('data', (it) => answers.push(it)).on('error', () => undefined)
  await expect.poll(() => Buffer.concat(answers).includes('\r\n\r\n')).toBe(true)
  /** What the server wrote since it answered the upgrade. */
  const answered = () => Buffer.concat(answers).subarray(Buffer.concat(answers).indexOf('\r\n\r\n') + 4)
  return { socket, got, answered }
}

/** Writes bytes in pieces of any length. */
async function drip(socket: Socket, bytes: Buffer, longest: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + randomInt(1, longest + 1))
    socket.write(bytes.subarray(at, end))
    at = end
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('frames of a media socket', () => {
  const long = 'x'.repeat(70_000)
  const frames = [
    frame(text, 'one'),
    frame(text, ''),
    frame(ping, 'are you there'),
    frame(text, 'y'.repeat(125)),
    frame(text, 'y'.repeat(126)),
    frame(text, 'y'.repeat(4_096)),
    frame(text, 'y'.repeat(4_097)),
    frame(text, long),
    frame(text, 'two '.repeat(3), { final: false }),
    frame(ping, ''),
    frame(goesOn, 'three', { final: false }),
    frame(goesOn, ''),
    frame(binary, 'bytes'),
    frame(text, 'four'),
    frame(text, 'नमस्ते'),
  ]
  const heard = ['one', '', '125', '126', '4096', '4097', '70000', 'two two two three'].map((it) => `text ${it}`)
  const all = [...heard, 'binary bytes', 'text four', 'text नमस्ते']

  it.each([1, 3, 7, 400, 5_000, 100_000])('are heard in order however they are cut, in pieces of up to %i bytes', async (longest) => {
    const { socket, got, answered } = await converse()
    // A long text byte by byte takes long and tells nothing new.
    const some = longest < 100 ? frames.filter((it) => it.length < 10_000) : frames
    await drip(socket, Buffer.concat(some), longest)
    await expect.poll(() => got.at(-1)).toBe('text नमस्ते')
    expect(got).toEqual(longest < 100 ? all.filter((it) => it !== 'text 70000') : all)
    await expect.poll(() => answered().includes('are you there')).toBe(true)
  })

  it('after a close are not heard, and the close is answered', async () => {
    const { socket, got, answered } = await converse()
    socket.write(Buffer.concat([frame(text, 'one'), frame(close, Buffer.from([3, 232])), frame(text, 'two')]))
    await expect.poll(() => got).toEqual(['text one', 'closed'])
    expect([...answered()]).toEqual([0x88, 2, 3, 232])
  })

  it.each([
    ['without a mask', frame(text, 'no mask, and long enough', { masked: false }), 1002],
    ['with bits of an extension', frame(text, 'two', { reserved: 0x40 }), 1002],
    ['of a message within another', Buffer.concat([frame(text, 'two', { final: false }), frame(text, 'three')]), 1002],
    ['that only goes on', frame(goesOn, 'two'), 1002],
    ['longer than any', Buffer.from([0x81, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5]), 1009],
    ['of no known kind', frame(5, 'two'), 1002],
  ])('%s end the connection, and nothing after them is heard', async (_, bad, code) => {
    const { socket, got, answered } = await converse()
    socket.write(Buffer.concat([frame(text, 'one'), bad]))
    await expect.poll(() => answered().length).toBe(4)
    socket.write(frame(text, 'four'))
    socket.write(frame(close, ''))
    expect(answered().readUInt16BE(2)).toBe(code)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(got.filter((it) => it !== 'closed')).toEqual(['text one'])
  })
})
