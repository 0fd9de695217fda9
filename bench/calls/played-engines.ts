import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SoundFormat } from '@myna/ports/sound'
import type { SpeechEngine } from '@myna/ports/speech'
import { muLawToPcm, pcmToMuLaw } from '@myna/sound/g711'
import { frameSamples, isLoud, leastWordFrames, tonePcm } from './test-sound.ts'

type Noted = (what: 'speech' | 'final', at: number) => void

/** A voice that has the sound of an answer at once, in pieces of 100 ms: a tone of `answerMs`, whatever the text. */
export function createPlayedVoice(answerMs: number): SpeechEngine {
  const second = tonePcm(440)
  const mulaw = new Uint8Array(second.length)
  pcmToMuLaw(second, mulaw)
  const wide = Int16Array.from({ length: 16_000 }, (_, at) => second[at >> 1]!)
  const bytes: Record<SoundFormat, Uint8Array> = { 'mulaw-8k': mulaw, 'pcm-8k': new Uint8Array(second.buffer), 'pcm-16k': new Uint8Array(wide.buffer) }
  return {
    name: 'played-voice',
    formats: ['mulaw-8k', 'pcm-8k', 'pcm-16k'],
    available: async () => ({ available: true, sentence: 'It plays a tone.' }),
    voices: async () => [{ id: 'tone', name: 'Tone', language: 'en', gender: 'neutral' }],
    async *speak({ format }, signal) {
      const piece = bytes[format].length / 10
      for (let at = 0; at < answerMs / 100 && !signal.aborted; at++) yield bytes[format].subarray((at % 10) * piece, ((at % 10) + 1) * piece)
    },
    close: async () => undefined,
  }
}

/**
 * A recogniser that guesses the text, `hello there turn k`, once there is enough speech for it, and has it for sure as soon as it is told that the utterance is over; none
 * when it was too short to hold words.
 */
export function createPlayedRecogniser(noted: Noted): RecognitionEngine {
  return {
    name: 'played-recogniser',
    languages: ['en', 'hi', 'hinglish', 'bn'],
    formats: ['mulaw-8k', 'pcm-8k', 'pcm-16k'],
    available: async () => ({ available: true, sentence: 'It hears turns.' }),
    async listen({ format }) {
      const texts: { text: string; final: boolean }[] = []
      let wake: (() => void) | undefined
      let isClosed = false
      let turn = 0
      let isFed = false
      let isGuessed = false
      let loudFrames = 0
      const say = (text: string, final: boolean) => {
        texts.push({ text, final })
        wake?.()
      }
      return {
        feed(sound) {
          // Only the sound of turns is fed: with the first of it, speech has been detected.
          if (!isFed) noted('speech', performance.now())
          isFed = true
          loudFrames += loudFramesOf(sound, format)
          if (!isGuessed && loudFrames >= leastWordFrames) {
            isGuessed = true
            say(`hello there turn ${turn + 1}`, false)
          }
        },
        endUtterance() {
          noted('final', performance.now())
          say(loudFrames < leastWordFrames ? '' : `hello there turn ${++turn}`, true)
          isFed = isGuessed = false
          loudFrames = 0
        },
        texts: (async function* () {
          while (!isClosed) {
            for (const it of texts.splice(0)) yield { ...it, language: 'en' as const, confidence: 1 }
            if (!isClosed && texts.length === 0) await new Promise<void>((resolve) => (wake = resolve))
          }
        })(),
        close() {
          isClosed = true
          wake?.()
        },
      }
    },
    close: async () => undefined,
  }
}

let samplesOfSound = new Int16Array(0)

function loudFramesOf(sound: Uint8Array, format: SoundFormat): number {
  const length = format === 'mulaw-8k' ? sound.length : sound.length >> 1
  if (samplesOfSound.length < length) samplesOfSound = new Int16Array(length)
  const pcm = samplesOfSound.subarray(0, length)
  if (format === 'mulaw-8k') muLawToPcm(sound, pcm)
  else for (let at = 0; at < pcm.length; at++) pcm[at] = sound[2 * at]! | (sound[2 * at + 1]! << 8)
  const samples = format === 'pcm-16k' ? 2 * frameSamples : frameSamples
  let loud = 0
  for (let at = 0; at + samples <= pcm.length; at += samples) if (isLoud(pcm.subarray(at, at + samples))) loud++
  return loud
}
