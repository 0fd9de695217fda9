import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createResampler, isSoundRate, type SoundRate, soundRates } from '#resampler.ts'
import { createNoise, createSine } from '#test/speech-like.ts'

const pairs = soundRates.flatMap((from) => soundRates.filter((to) => to !== from).map((to) => [from, to] as const))

function resample(from: SoundRate, to: SoundRate, pieces: readonly Int16Array[], steady = false): Int16Array {
  const resampler = createResampler(from, to, { steady })
  return Int16Array.from([...pieces.flatMap((piece) => [...resampler.push(piece)]), ...resampler.flush()])
}

/** What a tone of so many Hz has in the middle of a sound, and the rest beside it, both as levels in dBFS. */
function toneAndRest(sound: Int16Array, rate: number, hertz: number): { toneDb: number; restDb: number; phase: number } {
  const edge = Math.round(rate * 0.05)
  let [sineSum, cosineSum, sines, cosines, cross] = [0, 0, 0, 0, 0]
  for (let index = edge; index < sound.length - edge; index++) {
    const [sine, cosine] = [Math.sin((2 * Math.PI * hertz * index) / rate), Math.cos((2 * Math.PI * hertz * index) / rate)]
    sineSum += sine * sound[index]!
    cosineSum += cosine * sound[index]!
    sines += sine * sine
    cosines += cosine * cosine
    cross += sine * cosine
  }
  // Least squares of a sine and a cosine.
  const determinant = sines * cosines - cross * cross
  const inSine = (sineSum * cosines - cosineSum * cross) / determinant
  const inCosine = (cosineSum * sines - sineSum * cross) / determinant
  let rest = 0
  for (let index = edge; index < sound.length - edge; index++) {
    const angle = (2 * Math.PI * hertz * index) / rate
    rest += (sound[index]! - inSine * Math.sin(angle) - inCosine * Math.cos(angle)) ** 2
  }
  const dbOf = (power: number) => 10 * Math.log10(Math.max(power, 1e-9) / 32_768 ** 2)
  return {
    toneDb: dbOf((inSine ** 2 + inCosine ** 2) / 2),
    restDb: dbOf(rest / (sound.length - 2 * edge)),
    phase: Math.atan2(inCosine, inSine),
  }
}

describe.each(pairs)('from %i to %i Hz', (from, to) => {
  const nyquist = Math.min(from, to) / 2

  it.each([0.05, 0.25, 0.5, 0.75])('a tone at %f of what both can carry comes out as it went in', (share) => {
    const hertz = share * nyquist
    const { toneDb, restDb, phase } = toneAndRest(resample(from, to, [createSine(from, hertz, 0.5, -6)]), to, hertz)
    expect(toneDb).toBeCloseTo(-6, 1)
    // Rounding to 16 bits leaves −101 dBFS.
    expect(restDb).toBeLessThan(-90)
    // Not a hundredth of a period late.
    expect(Math.abs(phase)).toBeLessThan(0.06)
  })

  it.each([1.1, 1.3, 1.7])('a tone at %f of what the lower rate carries leaves no alias above −80 dB', (share) => {
    if (share * nyquist >= from / 2) return
    const sound = resample(from, to, [createSine(from, share * nyquist, 0.5, -4)]).subarray(to / 20, -to / 20)
    const power = sound.reduce((sum, it) => sum + it * it, 0) / sound.length
    expect(10 * Math.log10(Math.max(power, 1e-9) / 32_768 ** 2)).toBeLessThan(-84)
  })

  it('gives the same samples however the sound is cut, and as many as there is time', () => {
    const sound = createNoise(from, 0.06, -20)
    const whole = resample(from, to, [sound])
    expect(whole.length).toBe(Math.ceil((sound.length * to) / from))
    fc.assert(
      fc.property(fc.array(fc.nat(sound.length), { maxLength: 6 }), fc.boolean(), (cuts, steady) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), sound.length]
        const pieces = places.slice(1).map((end, index) => sound.subarray(places[index]!, end))
        expect(resample(from, to, pieces, steady)).toEqual(steady ? resample(from, to, [sound], true) : whole)
      }),
      { numRuns: 10 },
    )
  })

  it('gives 20 ms for 20 ms when it is steady', () => {
    const resampler = createResampler(from, to, { steady: true })
    for (let frame = 0; frame < 10; frame++) expect(resampler.push(new Int16Array(from / 50)).length).toBe(to / 50)
  })

  it('holds the loudest square wave within 16 bits', () => {
    const square = Int16Array.from({ length: from / 10 }, (_, index) => (Math.floor(index / 20) % 2 ? 32_767 : -32_768))
    const sound = resample(from, to, [square])
    expect(Math.max(...sound)).toBe(32_767)
    expect(Math.min(...sound)).toBe(-32_768)
  })
})

describe('a resampler', () => {
  it('is as new after a flush', () => {
    const resampler = createResampler(16_000, 8000)
    const once = () => [...resampler.push(createNoise(16_000, 0.1, -20)), ...resampler.flush()]
    expect(once()).toEqual(once())
    expect(resampler.flush().length).toBe(0)
  })

  it('works through a piece of any length', () => {
    const sound = createNoise(16_000, 3, -20)
    const pieces = Array.from({ length: 150 }, (_, index) => sound.subarray(index * 320, index * 320 + 320))
    expect(resample(16_000, 8000, [sound])).toEqual(resample(16_000, 8000, pieces))
  })

  it('hands sound on as it is when both rates are the same', () => {
    const sound = new Int16Array(10)
    expect(createResampler(8000, 8000).push(sound)).toBe(sound)
  })

  it('uses its memory again', () => {
    const resampler = createResampler(8000, 16_000, { steady: true })
    expect(resampler.push(new Int16Array(160))).toBe(resampler.push(new Int16Array(160)))
  })

  it('knows the rates it can do', () => {
    expect([8000, 44_100, 11_025, Number.NaN].map(isSoundRate)).toEqual([true, true, false, false])
  })
})
