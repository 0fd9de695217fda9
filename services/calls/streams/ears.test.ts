import { describe, expect, it } from 'vitest'
import { createEars, type Heard } from '#streams/ears.ts'
import { frameMs } from '@myna/sound/frames'

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
  const ears = createEars('pcm-16k')
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
    const ears = createEars('pcm-16k')
    for (const size of [0, 1, 3, 641, 100_000]) expect(ears.hear(new Uint8Array(size))).toBe('nothing')
  })
})
