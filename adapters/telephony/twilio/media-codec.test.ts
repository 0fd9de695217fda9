import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMedia } from '#media-codec.ts'
import { decodeBase64, encodeBase64 } from '#base64.ts'
import { createQuickReader } from '#quick-media.ts'
import { mediaWire } from '#test/media-wire.ts'

const streamId = 'MZ0123456789abcdef0123456789abcdef'
const wire = mediaWire(streamId)

function listen() {
  const heard: unknown[] = []
  const codec = openMedia({
    start: () => undefined,
    sound: (mulaw, atMs, sequence) => void heard.push([Buffer.from(mulaw).toString('hex'), atMs, sequence]),
    key: () => undefined,
    mark: () => undefined,
    stop: () => undefined,
    malformed: (reason) => void heard.push(reason),
  })
  codec.read(wire.start({ streamId, carrierCallId: 'CA1', parameters: {} }))
  return { codec, heard }
}
const quick = (message: Buffer) => {
  const heard: unknown[] = []
  const isRead = createQuickReader(streamId, { sound: (mulaw, ...rest) => void heard.push([Buffer.from(mulaw).toString('hex'), ...rest]) })(message)
  return { isRead, heard }
}

describe('the quick way', () => {
  it('reads sound as Twilio writes it', () => {
    expect(quick(wire.sound(Buffer.alloc(160, 7), 20, 2))).toEqual({ isRead: true, heard: [['07'.repeat(160), 20, 2]] })
  })

  it('leaves alone whatever is written otherwise, which is read all the same', () => {
    const it = JSON.parse(wire.sound(Buffer.alloc(160, 7), 20, 2).toString()) as { media: Record<string, unknown> }
    const others = [
      JSON.stringify(it, null, 2),
      JSON.stringify(Object.fromEntries(Object.entries(it).reverse())),
      JSON.stringify({ ...it, extra: 1 }),
      JSON.stringify({ ...it, media: { ...it.media, extra: '"},"streamSid":"' } }),
      JSON.stringify({ ...it, media: { ...it.media, timestamp: 20, chunk: 2 } }),
      JSON.stringify(it).replace('media', '\\u006dedia'),
      ` ${JSON.stringify(it)}\n`,
    ]
    for (const text of others) {
      expect(quick(Buffer.from(text)).isRead, text).toBe(false)
      const { codec, heard } = listen()
      codec.read(Buffer.from(text))
      expect(heard, text).toEqual([['07'.repeat(160), 20, 2]])
    }
  })

  it('never reads anything but what the slow way reads', () => {
    const whole = wire.sound(Buffer.from('any sound'), 1_234, 56)
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.oneof(fc.constantFrom(...Buffer.from('"\\{}:, 09Az+/=')), fc.nat(255))), { maxLength: 4 })
    fc.assert(
      fc.property(changes, (all) => {
        const message = Buffer.from(whole)
        for (const [at, byte] of all) message[at] = byte
        const { isRead, heard } = quick(message)
        // The same message with a space before it goes the slow way.
        const slow = listen()
        slow.codec.read(Buffer.concat([Buffer.from(' '), message]))
        expect(heard).toEqual(isRead ? slow.heard : [])
      }),
      { numRuns: 2_000 },
    )
  })

  it('uses the same bytes again for the next frame', () => {
    const views: Uint8Array[] = []
    const read = createQuickReader(streamId, { sound: (mulaw) => void views.push(mulaw) })
    read(wire.sound(Buffer.alloc(160, 1), 0, 1))
    read(wire.sound(Buffer.alloc(160, 2), 20, 2))
    expect(views[0]).toBe(views[1])
  })
})

describe('a stream', () => {
  it('is not opened for sound of another kind, or without names', () => {
    const start = JSON.parse(wire.start({ streamId, carrierCallId: 'CA1', parameters: {} }).toString()) as { start: object }
    const wrong = [
      { mediaFormat: { encoding: 'audio/l16', sampleRate: 8_000, channels: 1 } },
      { mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 16_000, channels: 1 } },
      { mediaFormat: 'mulaw' },
      { callSid: '' },
      { callSid: 7 },
      { streamSid: '"},"event":"clear' },
      { streamSid: 'x'.repeat(65) },
    ]
    for (const change of wrong) {
      const heard: string[] = []
      const on = { start: () => heard.push('start'), sound() {}, key() {}, mark() {}, stop() {}, malformed: (reason: string) => heard.push(reason) }
      openMedia(on).read(Buffer.from(JSON.stringify({ ...start, start: { ...start.start, ...change } })))
      expect(heard, JSON.stringify(change)).toEqual([expect.stringMatching(/^a st/)])
    }
  })

  it('lets the outbound track pass, and keeps only parameters that are text', () => {
    const { codec, heard } = listen()
    codec.read(Buffer.from(wire.sound(Buffer.alloc(160), 0, 1).toString().replace('inbound', 'outbound')))
    expect(heard).toEqual([])
    let parameters: unknown
    const on = { start: (it: { parameters: unknown }) => void ({ parameters } = it), sound() {}, key() {}, mark() {}, stop() {}, malformed() {} }
    openMedia(on).read(Buffer.from(`{"event":"start","start":{"streamSid":"MZ1","callSid":"CA1","customParameters":{"a":"1","b":2,"__proto__":"x"}}}`))
    expect(Object.entries(parameters as object)).toEqual([
      ['a', '1'],
      ['__proto__', 'x'],
    ])
  })
})

describe('base64', () => {
  it('is read and written as Node.js does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64')
        const written = Buffer.alloc(text.length + 2)
        expect(encodeBase64(bytes, written, 1)).toBe(text.length + 1)
        expect(written.toString('latin1', 1, text.length + 1)).toBe(text)
        const read = Buffer.alloc(bytes.length)
        expect(decodeBase64(written, 1, text.length + 1, read)).toBe(bytes.length)
        expect(read.equals(bytes)).toBe(true)
        if (bytes.length > 0) expect(decodeBase64(written, 1, text.length + 1, read.subarray(1))).toBe(-1)
      }),
    )
  })

  it.each(['a', 'ab', 'abc', 'ab=c', 'a===', '=abc', 'ab==cdef', 'ab-_', 'ab\n=', 'ab\0c', 'abcdé'])('is not %j', (text) => {
    const bytes = Buffer.from(text, 'latin1')
    expect(decodeBase64(bytes, 0, bytes.length, Buffer.alloc(10))).toBe(-1)
  })
})
