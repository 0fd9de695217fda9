import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CarrierProtocol, MediaCodec } from '../carrier.ts'
import { PortFault } from '../fault.ts'

/** Messages as a carrier writes them over its media socket, and what it reads in ours. */
export type MediaWire = {
  hello: Buffer[]
  start(it: { streamId: string; carrierCallId: string; parameters: Record<string, string> }): Buffer
  sound(mulaw: Uint8Array, atMs: number, sequence: number): Buffer
  key(digit: string): Buffer
  mark(name: string): Buffer
  stop(): Buffer
  /** `undefined` when the carrier would not understand it. */
  read(message: string): { type: 'sound'; mulaw: Uint8Array } | { type: 'mark'; name: string } | { type: 'clear' } | undefined
  /** Of the stream that `start` began, in forms the carrier never uses: each is malformed. */
  wrong: Buffer[]
}

type Event = ['start', object] | ['sound', string, number, number] | ['key', string] | ['mark', string] | ['stop'] | ['malformed']
const frame = (seed: number) => Uint8Array.from({ length: 160 }, (_, at) => (at * 7 + seed * 13) & 255)
const hex = (mulaw: Uint8Array) => Buffer.from(mulaw).toString('hex')

/** Registers the tests every codec of a media socket must pass. */
export function mediaConformance(name: string, protocol: CarrierProtocol, wireOf: (streamId: string) => MediaWire): void {
  describe(`${name} reads and writes media as the port says`, () => {
    const started = {
      streamId: 'MZ0123456789abcdef0123456789abcdef',
      carrierCallId: 'CA0123456789abcdef0123456789abcdef',
      parameters: { call: 'c1', वह: 'यह' },
    }
    const wire = wireOf(started.streamId)
    let events: Event[]
    let codec: MediaCodec
    const open = (streaming = true) => {
      events = []
      codec = protocol.openMedia({
        start: (it) => void events.push(['start', it]),
        sound: (mulaw, atMs, sequence) => void events.push(['sound', hex(mulaw), atMs, sequence]),
        key: (digit) => void events.push(['key', digit]),
        mark: (mark) => void events.push(['mark', mark]),
        stop: () => void events.push(['stop']),
        malformed: (reason) => {
          expect(reason.length).toBeLessThan(100)
          events.push(['malformed'])
        },
      })
      if (!streaming) return
      for (const message of [...wire.hello, wire.start(started)]) codec.read(message)
      events = []
    }
    beforeEach(() => open())
    const said = (message: string | Buffer) => wire.read(message.toString())

    it('begins with a start, says who calls and what was given along', () => {
      open(false)
      for (const message of [...wire.hello, wire.start(started)]) codec.read(message)
      expect(events).toEqual([['start', started]])
    })

    it('gives sound byte for byte with its time and number, whatever its length', () => {
      const lengths = [160, 0, 1, 2, 3, 159, 161, 320, 2_048, 2_049, 16_000]
      lengths.forEach((length, at) => codec.read(wire.sound(Buffer.alloc(length, at), at * 20, at + 1)))
      expect(events).toEqual(lengths.map((length, at) => ['sound', hex(Buffer.alloc(length, at)), at * 20, at + 1]))
    })

    it('gives every sound that can be, byte for byte', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(2 ** 31), fc.nat(2 ** 31), (mulaw, atMs, sequence) => {
          events = []
          codec.read(wire.sound(mulaw, atMs, sequence))
          expect(events).toEqual([['sound', hex(mulaw), atMs, sequence]])
          const back = said(codec.sound(mulaw))
          expect(back?.type === 'sound' && hex(back.mulaw)).toBe(hex(mulaw))
        }),
      )
    })

    it('gives frames as they come: lost, twice, out of order, after silence, hours into a call', () => {
      const order = [1, 2, 5, 4, 4, 6, 90, 500_000]
      for (const at of order) codec.read(wire.sound(at === 90 ? Buffer.alloc(160, 255) : frame(at), at * 20, at))
      expect(events).toEqual(order.map((at) => ['sound', at === 90 ? 'ff'.repeat(160) : hex(frame(at)), at * 20, at]))
    })

    it('gives keys and marks between sound, and the end', () => {
      const messages = [wire.sound(frame(1), 0, 1), wire.key('5'), wire.key('#'), wire.mark('sentence "1" \\ é'), wire.sound(frame(2), 20, 2), wire.stop()]
      for (const message of messages) codec.read(message)
      const sound = (at: number) => ['sound', hex(frame(at)), (at - 1) * 20, at]
      expect(events).toEqual([sound(1), ['key', '5'], ['key', '#'], ['mark', 'sentence "1" \\ é'], sound(2), ['stop']])
    })

    it('writes marks with any name, and clears', () => {
      for (const mark of ['1', '', '"quoted" \\ \n नमस्ते', '}']) expect(said(codec.mark(mark))).toEqual({ type: 'mark', name: mark })
      expect(said(codec.clear())).toEqual({ type: 'clear' })
    })

    it('writes sound that stays as it was when more is written', () => {
      const first = codec.sound(frame(1))
      codec.sound(frame(2))
      const back = said(first)
      expect(back?.type === 'sound' && hex(back.mulaw)).toBe(hex(frame(1)))
    })

    it('takes nothing before the start, nothing after the end, no second start', () => {
      open(false)
      for (const message of [wire.sound(frame(1), 0, 1), wire.key('1'), wire.mark('m'), wire.stop()]) codec.read(message)
      expect(events).toEqual([['malformed'], ['malformed'], ['malformed'], ['malformed']])
      expect(() => codec.sound(frame(1))).toThrow(PortFault)
      open()
      for (const message of [wire.start(started), wire.stop(), wire.sound(frame(1), 0, 1), wire.stop()]) codec.read(message)
      expect(events).toEqual([['malformed'], ['stop'], ['malformed'], ['malformed']])
    })

    it('says of whatever is wrong that it is, once a message, and goes on', () => {
      for (const message of wire.wrong) {
        events = []
        codec.read(message)
        expect(events, message.toString().slice(0, 200)).toEqual([['malformed']])
      }
      events = []
      codec.read(wire.sound(frame(1), 0, 1))
      expect(events).toHaveLength(1)
    })

    it('bears sound that is cut at every byte', () => {
      const whole = wire.sound(frame(3), 60, 3)
      for (let length = 0; length < whole.length; length++) codec.read(whole.subarray(0, length))
      expect(events).toHaveLength(whole.length)
      expect(new Set(events.map(([type]) => type))).toEqual(new Set(['malformed']))
    })

    it('bears ten megabytes, deep nesting, and bytes that are no text', () => {
      const huge = wire.sound(Buffer.alloc(7_500_000), 0, 1)
      for (const message of [huge, Buffer.alloc(10_000_000, '['), Buffer.alloc(200_000, '['), Buffer.alloc(10_000, 0xff), Buffer.alloc(0)]) codec.read(message)
      expect(events).toEqual(Array.from({ length: 5 }, () => ['malformed']))
    })

    it('never throws, whatever bytes come, before and after the start', () => {
      const whole = [wire.start(started), wire.sound(frame(4), 80, 4), wire.key('1'), wire.mark('m'), ...wire.hello]
      const mutated = fc
        .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }))
        .map(([message, changes]) => {
          const copy = Buffer.from(message)
          for (const [at, byte] of changes) copy[at % copy.length] = byte
          return copy
        })
      const anything = fc.oneof(
        mutated,
        fc.uint8Array({ maxLength: 600 }).map((it) => Buffer.from(it)),
        fc.json().map((it) => Buffer.from(it)),
      )
      fc.assert(
        fc.property(fc.boolean(), fc.array(anything, { maxLength: 8 }), (streaming, messages) => {
          open(streaming)
          for (const message of messages) codec.read(message)
          expect(events.length).toBeLessThanOrEqual(messages.length)
        }),
        { numRuns: 400 },
      )
    })

    it('lets a fault of those who listen go to whom it belongs', () => {
      const deaf = protocol.openMedia({ ...silent, sound: () => fail('deaf') })
      for (const message of [...wire.hello, wire.start(started)]) deaf.read(message)
      expect(() => deaf.read(wire.sound(frame(1), 0, 1))).toThrow('deaf')
    })
  })
}

const nothing = () => undefined
const silent = { start: nothing, sound: nothing, key: nothing, mark: nothing, stop: nothing, malformed: nothing }
function fail(message: string): never {
  throw new Error(message)
}
