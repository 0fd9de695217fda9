import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConverter } from '#converter.ts'
import { dtmfHertz, dtmfKeys as allKeys, dtmfSequence, dtmfTone } from '#dtmf.ts'
import { createDtmfDetector } from '#dtmf-detector.ts'
import { muLawToPcm, pcmToMuLaw } from '#g711.ts'
import { readPcm } from '#pcm.ts'
import { createNoise, createVowels } from '#test/speech-like.ts'

const rates = [8000, 16_000] as const

/** The keys heard in sound that comes in frames of 20 ms. */
function keysIn(rate: 8000 | 16_000, sound: Int16Array): string {
  let heard = ''
  const detector = createDtmfDetector(rate, (key) => (heard += key))
  for (let at = 0; at < sound.length; at += rate / 50) detector.push(sound.subarray(at, at + rate / 50))
  return heard
}

/** Keys as a telephone far away sends them; `off` moves both tones by a share of their frequency. */
function press(
  rate: number,
  keys: string,
  it: { onMs?: number; gapMs?: number; lowDb?: number; twistDb?: number; off?: number; noiseDb?: number; startMs?: number; viaMuLaw?: boolean } = {},
): Int16Array {
  const { onMs = 40, gapMs = 40, lowDb = -20, twistDb = 0, off = 0, noiseDb = -75, startMs = 20, viaMuLaw = true } = it
  const perKey = (onMs + gapMs) / 1000
  const sound = createNoise(rate, startMs / 1000 + keys.length * perKey + 0.1, noiseDb)
  const size = 32_768 * Math.SQRT2 * 10 ** (lowDb / 20)
  for (const [place, key] of keys.split('').entries()) {
    const number = allKeys.indexOf(key)
    const first = Math.round((startMs / 1000 + place * perKey) * rate)
    for (let index = 0; index < (onMs * rate) / 1000; index++) {
      const angle = (2 * Math.PI * (1 + off) * index) / rate
      const high = 10 ** (twistDb / 20) * Math.sin(dtmfHertz[4 + (number & 3)]! * angle)
      const value = sound[first + index]! + size * (Math.sin(dtmfHertz[number >> 2]! * angle) + high)
      sound[first + index] = Math.max(-32_768, Math.min(32_767, Math.round(value)))
    }
  }
  if (!viaMuLaw) return sound
  const codes = new Uint8Array(sound.length)
  pcmToMuLaw(sound, codes)
  muLawToPcm(codes, sound)
  return sound
}

describe.each(rates)('a detector of keys at %i Hz', (rate) => {
  it.each([
    ['the shortest tones and gaps that count', {}],
    ['long tones', { onMs: 300, gapMs: 100 }],
    ['faint ones', { lowDb: -38 }],
    ['loud ones', { lowDb: -12 }],
    ['a higher tone that is louder by 4 dB', { twistDb: 4 }],
    ['a lower tone that is louder by 6 dB', { twistDb: -6 }],
    ['tones too high by 1.5 %', { off: 0.015 }],
    ['tones too low by 1.5 %', { off: -0.015 }],
    ['noise 15 dB below', { noiseDb: -32 }],
    ['noise 10 dB below, pressed for 80 ms', { noiseDb: -27, onMs: 80, gapMs: 80 }],
  ])('misses none of %s, whenever they begin', (_name, how) => {
    for (let startMs = 20; startMs < 33; startMs += 1.7) expect(keysIn(rate, press(rate, allKeys, { ...how, startMs }))).toBe(allKeys)
  })

  it.each([
    ['of 18 ms', { onMs: 18 }],
    ['off by 3.5 %', { off: 0.035, onMs: 100 }],
    ['off by −3.5 %', { off: -0.035, onMs: 100 }],
    ['with one tone far louder', { twistDb: 12, onMs: 100 }],
    ['too faint to be meant', { lowDb: -60, onMs: 100, viaMuLaw: false }],
  ])('hears none in tones %s', (_name, how) => {
    for (let startMs = 20; startMs < 33; startMs += 1.7) expect(keysIn(rate, press(rate, allKeys, { ...how, startMs }))).toBe('')
  })

  it('hears a key once though the line breaks off for 10 ms', () => {
    for (let breakMs = 150; breakMs < 163; breakMs += 0.9) {
      const sound = press(rate, '5', { onMs: 300 })
      sound.fill(0, (breakMs * rate) / 1000, ((breakMs + 10) * rate) / 1000)
      expect(keysIn(rate, sound)).toBe('5')
    }
  })

  it('hears the same key twice when it is pressed twice', () => {
    for (let startMs = 20; startMs < 33; startMs += 0.7) expect(keysIn(rate, press(rate, '5588', { startMs }))).toBe('5588')
  })

  it('hears no key in 10 minutes of syllables, nor in noise', { timeout: 120_000 }, () => {
    let heard = ''
    for (let seed = 1; seed <= 20; seed++) heard += keysIn(rate, createVowels(rate, 30, -20, seed))
    expect(heard).toBe('')
    expect(keysIn(rate, createNoise(rate, 60, -20))).toBe('')
  })

  it('hears what the generator of tones gives, however it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...allKeys.split('')), maxLength: 12 }), fc.integer({ min: 1, max: 700 }), (keys, step) => {
        const bytes = dtmfSequence(keys, rate === 8000 ? 'pcm-8k' : 'pcm-16k', { toneMs: 60, gapMs: 60 })
        const sound = new Int16Array(bytes.length / 2)
        readPcm(bytes, sound)
        let heard = ''
        const detector = createDtmfDetector(rate, (key) => (heard += key))
        for (let at = 0; at < sound.length; at += step) detector.push(sound.subarray(at, at + step))
        expect(heard).toBe(keys)
      }),
      { numRuns: 30 },
    )
  })

  it('forgets a key under way when it is reset', () => {
    let heard = ''
    const detector = createDtmfDetector(rate, (key) => (heard += key))
    detector.push(dtmfTone('7', rate, 100))
    detector.reset()
    detector.push(dtmfTone('7', rate, 100))
    expect(heard).toBe('77')
  })
})

describe('tones of keys', () => {
  it('last as long as they are wished, in each format', () => {
    expect(dtmfSequence('12', 'mulaw-8k').length).toBe(3200)
    expect(dtmfSequence('12', 'pcm-8k').length).toBe(6400)
    expect(dtmfSequence('1 2-', 'pcm-16k', { toneMs: 50, gapMs: 30 }).length).toBe(5120)
    expect(dtmfSequence('1,w', 'pcm-8k', { toneMs: 100, gapMs: 0 }).length).toBe(1600 + 16_000)
  })

  it('are nothing for what is no key, and bounded', () => {
    expect(dtmfSequence('hello ☎', 'pcm-8k').length).toBe(0)
    expect(dtmfTone('xx', 8000, 10)).toEqual(new Int16Array(80))
    expect(dtmfTone('1', 8000, -5).length).toBe(0)
    expect(dtmfTone('1', 8000, Number.NaN).length).toBe(0)
    expect(dtmfTone('1', 8000, 1e12).length).toBe(80_000)
    expect(dtmfSequence('1'.repeat(1e6), 'mulaw-8k').length).toBe(128 * 1600)
  })
})

const hasFlite = spawnSync('flite', ['--version']).error === undefined
const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0

describe('speech of machines (skipped where flite and espeak-ng are missing)', () => {
  const sentences = 'She sells sea shells by the sea shore, and he feels free to leave. Oh no, who knew you would go to the moon so soon? '.repeat(12)
  const samplesOf = (wav: Uint8Array, from: 16_000 | 22_050) => {
    const converter = createConverter({ rate: from, encoding: 'pcm16' }, 'pcm-8k')
    const bytes = Buffer.concat([converter.push(wav.subarray(44)).slice(), converter.flush().slice()])
    const samples = new Int16Array(bytes.length / 2)
    readPcm(bytes, samples)
    return samples
  }

  it.skipIf(!hasFlite).each(['slt', 'rms', 'awb'])('has no keys in the voice %s of flite', { timeout: 60_000 }, (voice) => {
    const folder = mkdtempSync(join(tmpdir(), 'speech-'))
    spawnSync('flite', ['-voice', voice, '-t', sentences, '-o', join(folder, 'speech.wav')])
    const wav = readFileSync(join(folder, 'speech.wav'))
    rmSync(folder, { recursive: true })
    expect(wav.length).toBeGreaterThan(1e6)
    expect(keysIn(8000, samplesOf(wav, 16_000))).toBe('')
  })

  it.skipIf(!hasEspeak).each(['en-us', 'en-us+f3', 'hi', 'bn'])('has no keys in the voice %s of espeak-ng', { timeout: 60_000 }, (voice) => {
    const { stdout } = spawnSync('espeak-ng', ['-v', voice, '--stdout', sentences], { maxBuffer: 1e8 })
    expect(stdout.length).toBeGreaterThan(1e6)
    expect(keysIn(8000, samplesOf(stdout, 22_050))).toBe('')
  })
})
