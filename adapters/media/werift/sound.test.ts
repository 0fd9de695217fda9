import { readPcm } from '@myna/sound/pcm'
import { beforeAll, describe, expect, it } from 'vitest'
import { createIncomingSound } from '#incoming-sound.ts'
import { frameSamples, loadOpus, type Opus } from '#opus-codec.ts'
import { createOutgoingSound, type Sent } from '#outgoing-sound.ts'

const rate = 16_000
function tone(hertz: number, ms: number): Uint8Array {
  const samples = Int16Array.from({ length: (rate * ms) / 1000 }, (_, at) => 8_000 * Math.sin((2 * Math.PI * hertz * at) / rate))
  return new Uint8Array(samples.buffer)
}
const samplesOf = (pcm: Uint8Array) => {
  const samples = new Int16Array(pcm.byteLength / 2)
  readPcm(pcm, samples)
  return samples
}
const loudness = (samples: Int16Array) => Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / Math.max(1, samples.length))
/** Loudness of each 20 ms. */
const frames = (pcm: Uint8Array) => {
  const samples = samplesOf(pcm)
  return Array.from({ length: samples.length / frameSamples }, (_, at) => loudness(samples.subarray(at * frameSamples, (at + 1) * frameSamples)))
}

describe('sound that goes out', () => {
  let opus: Opus
  beforeAll(async () => {
    opus = await loadOpus()
  })
  const open = () => {
    const sent: Sent[] = []
    const outgoing = createOutgoingSound(opus.createEncoder(), (it) => sent.push({ ...it, payload: it.payload.slice() }))
    return { sent, outgoing }
  }
  const play = (outgoing: { turn(now: number): void }, from: number, to: number) => {
    for (let now = from; now < to; now += 20) outgoing.turn(now)
  }

  it('leaves at the pace of speech, each packet 20 ms after the one before', () => {
    const { sent, outgoing } = open()
    outgoing.send(tone(400, 400))
    play(outgoing, 0, 200)
    expect(sent.map((it) => it.timestamp)).toEqual(Array.from({ length: 10 }, (_, at) => at * 960))
    expect(sent.map((it) => it.marker)).toEqual([true, ...Array<boolean>(9).fill(false)])
    expect(outgoing.waitingMs).toBe(200)
  })

  it('is cleared within a frame, which dies away', () => {
    const { sent, outgoing } = open()
    outgoing.send(tone(400, 2_000))
    play(outgoing, 0, 200)
    outgoing.clear()
    expect(outgoing.waitingMs).toBe(20)
    play(outgoing, 200, 600)
    const decoder = opus.createDecoder()
    const heard = sent.map(({ payload }) => loudness(decoder.decode(payload)!))
    expect(heard[8]).toBeGreaterThan(4_000)
    expect(Math.max(...heard.slice(13))).toBeLessThan(100)
  })

  it('says little of silence and keeps its time', () => {
    const { sent, outgoing } = open()
    outgoing.send(tone(400, 20))
    play(outgoing, 0, 10_000)
    expect(sent.length).toBeLessThan(50)
    expect(sent.length).toBeGreaterThan(30)
    outgoing.send(tone(400, 20))
    play(outgoing, 10_000, 10_020)
    expect(sent.at(-1)).toMatchObject({ timestamp: 500 * 960, marker: true })
  })

  it('sends no flood after a stall, and holds two seconds at most', () => {
    const { sent, outgoing } = open()
    outgoing.turn(0)
    for (let time = 0; time < 100; time++) outgoing.send(tone(400, 1_000))
    expect(outgoing.waitingMs).toBe(2_000)
    const before = sent.length
    outgoing.turn(60_000)
    expect(sent.length - before).toBe(5)
  })
})

describe('sound that comes in', () => {
  let opus: Opus
  beforeAll(async () => {
    opus = await loadOpus()
  })
  /** Packets of a tone, as another side sends them. */
  const packets = (hertz: number, ms: number) => {
    const encoder = opus.createEncoder()
    const pcm = samplesOf(tone(hertz, ms))
    return Array.from({ length: ms / 20 }, (_, at) => ({
      sequence: (65_530 + at) & 0xffff,
      timestamp: at * 960,
      payload: encoder.encode(pcm.subarray(at * frameSamples, (at + 1) * frameSamples)).slice(),
    }))
  }
  const open = () => {
    const pieces: Uint8Array[] = []
    const incoming = createIncomingSound(opus.createDecoder(), (pcm) => pieces.push(pcm.slice()))
    return { incoming, heard: () => frames(Buffer.concat(pieces)) }
  }

  it('is whole, in order and 20 ms for 20 ms', () => {
    const { incoming, heard } = open()
    for (const [at, packet] of packets(400, 1_000).entries()) incoming.put(packet, at * 20)
    expect(heard()).toHaveLength(50)
    expect(Math.min(...heard().slice(2))).toBeGreaterThan(4_500)
  })

  it('makes up for one packet in ten so that no hole is heard', () => {
    const { incoming, heard } = open()
    for (const [at, packet] of packets(400, 2_000).entries()) if (at % 10 !== 5) incoming.put(packet, at * 20)
    incoming.turn(2_050)
    expect(heard()).toHaveLength(100)
    expect(Math.min(...heard().slice(2))).toBeGreaterThan(1_500)
  })

  it('lets a longer loss die away into silence of the right length', () => {
    const { incoming, heard } = open()
    for (const [at, packet] of packets(400, 2_000).entries()) if (at < 20 || at >= 60) incoming.put(packet, at * 20)
    incoming.turn(2_100)
    expect(heard()).toHaveLength(100)
    expect(Math.max(...heard().slice(26, 58))).toBe(0)
    expect(heard()[70]).toBeGreaterThan(4_500)
  })

  it('takes packets whole that are late by a stall', () => {
    const { incoming, heard } = open()
    for (const [at, packet] of packets(400, 1_000).entries()) {
      const now = at < 20 ? at * 20 : Math.max(at * 20, 560)
      incoming.turn(now)
      incoming.put(packet, now)
    }
    expect(heard()).toHaveLength(50)
    expect(Math.min(...heard().slice(2))).toBeGreaterThan(4_500)
  })

  it('is silence while nothing comes', () => {
    const { incoming, heard } = open()
    const all = packets(400, 200)
    for (const [at, packet] of all.entries()) incoming.put(packet, at * 20)
    for (let now = 200; now < 3_000; now += 20) incoming.turn(now)
    expect(heard().length).toBeGreaterThan(130)
    expect(heard().length).toBeLessThanOrEqual(150)
    expect(Math.max(...heard().slice(16))).toBe(0)
    // The sender was silent, which is not owed a second time.
    const before = heard().length
    incoming.put({ ...all[5]!, sequence: (65_530 + 10) & 0xffff, timestamp: 150 * 960 }, 3_000)
    expect(heard().length - before).toBeLessThanOrEqual(11)
  })

  it('bears packets that are no Opus', () => {
    const { incoming, heard } = open()
    for (let at = 0; at < 2_000; at++) {
      const payload = Uint8Array.from({ length: (at * 7) % 1_600 }, (_, byte) => (byte * at * 31 + at) & 255)
      incoming.put({ sequence: at & 0xffff, timestamp: at * 960, payload }, at * 20)
    }
    for (const [at, packet] of packets(400, 1_000).entries())
      incoming.put({ ...packet, sequence: 2_000 + at, timestamp: (2_000 + at) * 960 }, (2_000 + at) * 20)
    expect(heard().at(-5)).toBeGreaterThan(4_000)
  })

  it('does not let a sender outrun the time', () => {
    const { incoming, heard } = open()
    const all = packets(400, 20_000)
    for (const packet of all) incoming.put(packet, 0)
    expect(heard().length).toBeLessThanOrEqual(125)
  })
})
