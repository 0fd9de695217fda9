import type { Decoder } from 'soundswallower'
import { grammarOf } from './grammar.ts'
import { writtenText } from './phrase-words.ts'

const frameSamples = 320
/** Speech is this many times louder than the quietest 20 ms of its utterance; what is even throughout is noise, which a grammar would turn into words. */
const speechOverQuiet = 3
/** Loudness, as root mean square of 16-bit samples, below which nothing is quieter. */
const quietest = 10

/** The decoder of one listening: turns sound into texts, one utterance after the other. */
export type Ear = {
  /** Works on 16-bit little-endian PCM; answers what has been understood so far, if that has changed. */
  hear(pcm: Uint8Array): string | undefined
  /** Sets what the next utterances may be; answers the words that the dictionary lacks. */
  expect(phrases: readonly string[]): string[]
  /** Ends the utterance and answers its text. */
  end(): string
  /** Leaves the decoder ready for another. */
  close(): void
}

/** An ear made of an initialised decoder; `likely` are phrases to know besides the built-in commands. */
export function createEar(decoder: Decoder, likely: readonly string[]): Ear {
  const knows = (word: string) => decoder.lookup_word(word) !== null
  const grammarFor = (expected: readonly string[]) => grammarOf({ expected, likely, knows })
  let grammar = grammarFor([]).jsgf
  let set = ''
  let started = false
  let half: number | undefined
  let said = ''
  let quiet = Number.POSITIVE_INFINITY
  let loud = 0
  let energy = 0
  let measured = 0

  return {
    hear(pcm) {
      const bytes = half === undefined ? Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength) : Buffer.concat([Uint8Array.of(half), pcm])
      half = bytes.length % 2 === 1 ? bytes.at(-1) : undefined
      const samples = Float32Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(at * 2) / 32_768)
      if (samples.length === 0) return undefined
      if (!started) {
        if (set !== grammar) decoder.set_grammar(grammar)
        set = grammar
        decoder.start()
        started = true
      }
      for (const sample of samples) measure(sample)
      decoder.process_audio(samples, false, false)
      const text = isSpeech() ? writtenText(decoder.get_text()) : ''
      if (text === said) return undefined
      said = text
      return text
    },
    expect(phrases) {
      const { jsgf, unknown } = grammarFor(phrases)
      grammar = jsgf
      return unknown
    },
    end() {
      const wasSpeech = isSpeech()
      if (started) decoder.stop()
      const text = started && wasSpeech ? writtenText(decoder.get_text()) : ''
      started = false
      half = undefined
      said = ''
      quiet = Number.POSITIVE_INFINITY
      loud = 0
      energy = 0
      measured = 0
      return text
    },
    close() {
      if (started) decoder.stop()
      started = false
    },
  }

  /** Follows the loudness of frames, however the sound is cut into pieces. */
  function measure(sample: number): void {
    energy += sample * sample
    if (++measured < frameSamples) return
    const level = Math.sqrt(energy / frameSamples) * 32_768
    quiet = Math.min(quiet, level)
    loud = Math.max(loud, level)
    energy = 0
    measured = 0
  }

  function isSpeech(): boolean {
    return loud > speechOverQuiet * Math.max(quiet, quietest)
  }
}
