import { beforeAll, describe, expect, it } from 'vitest'
import { createEars, type Heard } from '#streams/ears.ts'
import { frameBytesOf, frameMs } from '@myna/sound/frames'
import { pcmToMuLaw } from '@myna/sound/g711'
import { warmNoiseSuppression } from '@myna/sound/noise-suppression'
import { createChance, createNoise, createVowels } from '@myna/sound/test/speech-like'
import { warmVoiceActivity } from '@myna/sound/voice-activity'

const frameSamples = 320
const frameBytes = 640

/** A voiced sound: harmonics of 140 Hz with the syllable rhythm of speech, at a level in dBFS over white noise at another. */
function* sound(ms: number, level: number | undefined, noise = -65) {
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5
  for (let frame = 0; frame < ms / frameMs; frame++) {
    const pcm = Buffer.alloc(frameBytes)
    for (let index = 0; index < frameSamples; index++) {
      const t = (frame * frameSamples + index) / 16_000
      const syllable = 0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * t)
      const voice = level === undefined ? 0 : 10 ** (level / 20) * syllable * [1, 2, 3, 4].reduce((sum, n) => sum + Math.sin(2 * Math.PI * 140 * n * t) / n, 0)
      pcm.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(32_767 * (voice + 10 ** (noise / 20) * random() * 3.46)))), index * 2)
    }
    yield pcm as Uint8Array
  }
}
/** What is heard when 700 ms of silence end a turn. */
function hearAll(...parts: Iterable<Uint8Array>[]): { heard: Heard | 'ends'; atMs: number }[] {
  const ears = createEars('pcm-16k', { suppressNoise: false })
  const events: { heard: Heard | 'ends'; atMs: number }[] = []
  let atMs = 0
  for (const part of parts)
    for (const frame of part) {
      const heard = ears.hear(frame)
      atMs += frameMs
      if (heard === 'begins') events.push({ heard, atMs })
      if (heard === 'goes-on' && (ears.silentMs >= 700 || ears.tooLong)) {
        ears.rest()
        events.push({ heard: 'ends', atMs })
      }
    }
  return events
}

describe('ears', () => {
  it('hear a turn begin and end', () => {
    const events = hearAll(sound(1000, undefined), sound(1500, -20), sound(1500, undefined))
    expect(events.map((it) => it.heard)).toEqual(['begins', 'ends'])
    expect(events[0]!.atMs).toBeGreaterThan(1000)
    expect(events[0]!.atMs).toBeLessThan(1400)
    expect(events[1]!.atMs).toBeGreaterThanOrEqual(3000)
  })

  it('take a pause between words for a pause', () => {
    expect(hearAll(sound(800, undefined), sound(800, -20), sound(400, undefined), sound(800, -20), sound(1500, undefined)).map((it) => it.heard)).toEqual([
      'begins',
      'ends',
    ])
  })

  it('hear nothing in steady noise, however loud', () => {
    expect(hearAll(sound(4000, undefined, -30))).toEqual([])
  })

  it('hear a voice over noise', () => {
    expect(hearAll(sound(2000, undefined, -45), sound(1500, -20, -45), sound(1500, undefined, -45)).map((it) => it.heard)).toEqual(['begins', 'ends'])
  })

  it('hear nothing in a click', () => {
    expect(hearAll(sound(1000, undefined), sound(20, -6), sound(1000, undefined))).toEqual([])
  })

  it('end a turn that never stops', () => {
    expect(hearAll(sound(500, undefined), sound(35_000, -20)).map((it) => it.heard)).toContain('ends')
  })

  it('bear broken frames', () => {
    const ears = createEars('pcm-16k', { suppressNoise: true })
    for (const size of [0, 1, 3, 641, 100_000]) expect(ears.hear(new Uint8Array(size))).toBe('nothing')
  })
})

/** Traffic: pink noise of -38 dBFS (Kellet's filter of white noise) that swells and sinks by up to 12 dB. */
function traffic(seconds: number, seed: number, rate = 8000): Int16Array {
  const noise = createNoise(rate, seconds, -38, seed)
  const chance = createChance(seed)
  let [gain, wanted, low, middle, high] = [1, 1, 0, 0, 0]
  return noise.map((white, index) => {
    if (index % (rate / 2) === 0) wanted = 10 ** (((chance() * 2 - 1) * 12) / 20)
    gain += (wanted - gain) / (rate / 8)
    low = 0.99765 * low + white * 0.099046
    middle = 0.963 * middle + white * 0.2965164
    high = 0.57 * high + white * 1.0526913
    return Math.max(-32_768, Math.min(32_767, Math.round(0.5 * (low + middle + high + white * 0.1848) * gain)))
  })
}

/** Music of chords that change three times a second, at a level in dBFS, over the white noise of a fan. */
function musicOverFan(rate: number, seconds: number, { musicDb, fanDb, seed }: { musicDb: number; fanDb: number; seed: number }): Int16Array {
  const chance = createChance(seed)
  const notes = Array.from({ length: seconds * 3 }, () => [0, 3, 5, 7, 8, 10, 12][Math.floor(chance() * 7)]!)
  const fan = createNoise(rate, seconds, fanDb, seed)
  const music = Float64Array.from({ length: rate * seconds }, (_, at) => {
    const root = 220 * 2 ** (notes[Math.floor((3 * at) / rate)]! / 12)
    const age = (at % Math.floor(rate / 3)) / rate
    let sum = 0
    for (const part of [1, 1.25, 1.5])
      for (let overtone = 1; overtone <= 4; overtone++) sum += Math.sin((2 * Math.PI * root * part * overtone * at) / rate) / overtone
    return sum * Math.exp(-age * 4) * (1 - Math.exp(-age * 200))
  })
  const size = (32_768 * 10 ** (musicDb / 20)) / Math.sqrt(music.reduce((sum, it) => sum + it * it, 0) / music.length)
  return fan.map((it, at) => Math.max(-32_768, Math.min(32_767, Math.round(it + music[at]! * size))))
}

describe('ears in a loud place', () => {
  beforeAll(() => Promise.all([warmVoiceActivity(), warmNoiseSuppression()]))

  /** How often they hear somebody begin to speak, when 700 ms of silence end a turn. */
  function beginnings(pcm: Int16Array, suppressNoise: boolean, format: 'mulaw-8k' | 'pcm-16k' = 'mulaw-8k'): number {
    const ears = createEars(format, { suppressNoise })
    const bytes = format === 'mulaw-8k' ? new Uint8Array(pcm.length) : new Uint8Array(pcm.buffer)
    if (format === 'mulaw-8k') pcmToMuLaw(pcm, bytes)
    const frame = frameBytesOf(format)
    let begun = 0
    for (let at = 0; at + frame <= bytes.length; at += frame) {
      if (ears.hear(bytes.subarray(at, at + frame)) === 'begins') begun++
      if (ears.speaking && ears.silentMs >= 700) ears.rest()
    }
    ears.close()
    return begun
  }

  it('take traffic for a voice, unless the noise is taken out', () => {
    expect(beginnings(traffic(60, 2), false)).toBeGreaterThan(4)
    expect(beginnings(traffic(60, 2), true)).toBeLessThan(2)
  })

  it.each([
    ['mulaw-8k', 8000],
    ['pcm-16k', 16_000],
  ] as const)('take music behind a fan for a voice no more often when the fan is taken out, in %s', (format, rate) => {
    for (const [seed, musicDb, fanDb] of [
      [4, -34, -40],
      [5, -38, -38],
      [6, -30, -38],
    ] as const) {
      const heard = musicOverFan(rate, 20, { musicDb, fanDb, seed })
      expect(beginnings(heard, true, format)).toBeLessThanOrEqual(beginnings(heard, false, format))
    }
    const street = traffic(20, 3, rate)
    expect(beginnings(street, true, format)).toBeLessThanOrEqual(beginnings(street, false, format))
  })

  it('hear every voice through it all the same', () => {
    const street = traffic(24, 5)
    for (let second = 3, seed = 1; second < 23; second += 4, seed++)
      createVowels(8000, 2, -20, seed).forEach((sample, index) => (street[second * 8000 + index]! += sample))
    expect(beginnings(street, true)).toBe(5)
  })
})
