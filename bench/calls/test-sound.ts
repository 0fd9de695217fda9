import { pcmToMuLaw } from '@myna/sound/g711'

/** Samples of a frame: 20 ms at 8 kHz. */
export const frameSamples = 160
export const frameMs = 20

/** Speech that lasts fewer frames holds no words: a cough, a door. The played recognisers know no other rule. */
export const leastWordFrames = 10

/** One second of a tone that the loudness rule takes for speech, with whole waves, so that it can be repeated. */
export function tonePcm(hertz: number): Int16Array {
  return Int16Array.from({ length: 8_000 }, (_, at) => Math.round(6_000 * Math.sin((2 * Math.PI * hertz * at) / 8_000)))
}

/** A frame of speech, and one of silence, as the caller's end sends them. The speech is a vowel that any detector takes for a voice, loud in every frame. */
export function callerFrames(): { loud: Uint8Array; silent: Uint8Array } {
  const loud = new Uint8Array(frameSamples)
  const silent = new Uint8Array(frameSamples)
  pcmToMuLaw(vowelPcm(), loud)
  pcmToMuLaw(new Int16Array(frameSamples), silent)
  return { loud, silent }
}

/** 20 ms of a vowel of a voice at 100 Hz: its harmonics, strongest around three formants. It can be repeated without a break. */
function vowelPcm(): Int16Array {
  const sound = new Float64Array(frameSamples)
  for (let harmonic = 1; harmonic < 34; harmonic++) {
    const strength = 0.02 + [600, 1_200, 2_500].reduce((sum, formant) => sum + 1 / (1 + ((100 * harmonic - formant) / 120) ** 2), 0)
    for (let at = 0; at < frameSamples; at++) sound[at]! += strength * Math.sin((2 * Math.PI * harmonic * at) / 80 + harmonic)
  }
  const highest = Math.max(...sound.map(Math.abs))
  return Int16Array.from(sound, (value) => Math.round((12_000 * value) / highest))
}

/** The rule of speech that all pipelines here share: the mean size of the samples is above 500. */
export function isLoud(pcm: Int16Array): boolean {
  let sum = 0
  for (let at = 0; at < pcm.length; at++) sum += Math.abs(pcm[at]!)
  return sum > 500 * pcm.length
}
