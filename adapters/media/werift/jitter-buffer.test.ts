import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJitterBuffer, type Packet } from '#jitter-buffer.ts'

const packet = (index: number, from = 65_500): Packet => ({
  sequence: (from + index) & 0xffff,
  timestamp: (4_294_960_000 + index * 960) >>> 0,
  payload: Uint8Array.of(index & 255, index >> 8),
})
const indexOf = (payload: Uint8Array) => payload[0]! | (payload[1]! << 8)

function open() {
  const taken: (number | string)[] = []
  const buffer = createJitterBuffer({
    packet: (payload) => (taken.push(indexOf(payload)), 960),
    gap: (samples, isLost, next) => void taken.push(`${isLost ? 'lost' : 'pause'} ${samples / 960} before ${indexOf(next)}`),
  })
  return { taken, buffer }
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('a jitter buffer', () => {
  it('hands on at once what is in order, over the ends of both counters', () => {
    const { taken, buffer } = open()
    for (const index of upTo(80)) {
      buffer.put(packet(index), index * 20)
      expect(taken).toEqual(upTo(index + 1))
    }
  })

  it('puts swapped packets in order and drops what comes twice', () => {
    const { taken, buffer } = open()
    for (const index of [0, 2, 1, 1, 2, 3, 5, 4, 3]) buffer.put(packet(index), 0)
    expect(taken).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('waits for what is missing, then says what was lost and what comes after', () => {
    const { taken, buffer } = open()
    for (const index of [0, 3, 4]) buffer.put(packet(index), 0)
    buffer.turn(39)
    expect(taken).toEqual([0])
    buffer.turn(40)
    expect(taken).toEqual([0, 'lost 2 before 3', 3, 4])
    buffer.put(packet(2), 41)
    expect(taken).toHaveLength(4)
  })

  it('waits longer once packets have come late, and less again when they come in order', () => {
    const { buffer } = open()
    buffer.put(packet(0), 0)
    for (let index = 1; index < 10; index += 2) {
      buffer.put(packet(index + 1), index * 100)
      buffer.turn(index * 100 + 130)
      buffer.put(packet(index), index * 100 + 140)
    }
    expect(buffer.patienceMs).toBeGreaterThan(100)
    expect(buffer.patienceMs).toBeLessThanOrEqual(120)
    for (let index = 11; index < 6_000; index++) buffer.put(packet(index), index * 20)
    expect(buffer.patienceMs).toBe(40)
  })

  it('does not wait longer because of packets that come twice', () => {
    const { buffer } = open()
    for (let index = 0; index < 500; index++) for (let time = 0; time < 3; time++) buffer.put(packet(index), index * 20)
    expect(buffer.patienceMs).toBe(40)
  })

  it('tells a pause of the sender from a loss', () => {
    const { taken, buffer } = open()
    buffer.put(packet(0), 0)
    buffer.put({ ...packet(1), timestamp: packet(11).timestamp }, 220)
    expect(taken).toEqual([0, 'pause 10 before 1', 1])
  })

  it('takes a stream that begins anew only after two packets in a row', () => {
    const { taken, buffer } = open()
    buffer.put(packet(0), 0)
    buffer.put(packet(30_000), 20)
    buffer.put(packet(1), 40)
    buffer.put(packet(30_000), 60)
    expect(taken).toEqual([0, 1])
    buffer.put(packet(30_001), 80)
    buffer.put(packet(30_002), 100)
    expect(taken.slice(-2)).toEqual([30_001, 30_002])
  })

  it('holds one second at most, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sequence: fc.nat(65_535), timestamp: fc.nat(2 ** 32 - 1), ms: fc.nat(30) }), { maxLength: 400 }), (packets) => {
        const { buffer } = open()
        let now = 0
        for (const { sequence, timestamp, ms } of packets) {
          buffer.put({ sequence, timestamp, payload: Uint8Array.of(1, 0) }, (now += ms))
          expect(buffer.waiting).toBeLessThanOrEqual(50)
        }
        buffer.turn(now + 1_000)
        expect(buffer.waiting).toBe(0)
      }),
    )
  })

  it('gives each packet once and in order, however a network swaps, repeats and loses them', () => {
    const fate = fc.record({ lost: fc.boolean(), twice: fc.boolean(), later: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(fate, { minLength: 2, maxLength: 200 }), fc.nat(65_535), (fates, from) => {
        const { taken, buffer } = open()
        const arrivals = fates
          .flatMap(({ lost, twice, later }, index) =>
            lost && index > 0 ? [] : [{ index, at: index === 0 ? 0 : index + later }, ...(twice ? [{ index, at: index + 4 }] : [])],
          )
          .sort((one, other) => one.at - other.at)
        for (const { index, at } of arrivals) buffer.put(packet(index, from), at)
        buffer.turn(10_000)
        const packets = taken.filter((it): it is number => typeof it === 'number')
        const sent = fates.flatMap(({ lost }, index) => (lost && index > 0 ? [] : [index]))
        // What came more than a second of packets behind its neighbours would be missing; nothing here is.
        expect(packets).toEqual(sent)
      }),
    )
  })
})
