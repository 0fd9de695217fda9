import { once } from 'node:events'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine, Recognised } from '@myna/ports/recognition'
import type { SpeechEngine, SpeechRequest, SpeechVoice } from '@myna/ports/speech'

/** How a played voice behaves from now on. */
export type VoiceMood = 'well' | 'fails' | 'refuses' | 'stalls' | 'breaks' | 'hides' | 'empty' | 'zeros' | 'endless' | 'noise'

/**
 * A voice of the tests: it says every letter of a text as its own mark, one a piece; `breaks` fails after two of them, `hides` takes for ever to list its voices, `empty` ends at once,
 * `zeros` is silent for a minute, `endless` says its mark for ten, `noise` makes half a second of what is no speech.
 */
export type PlayedVoice = SpeechEngine & { mood: VoiceMood; said: SpeechRequest[]; underWay: number; closed: number; key: string | undefined }

export function playVoice(name: string, mark: string, voices: SpeechVoice[] = [{ id: 'one', name: 'One', language: 'en', gender: 'female' }]): PlayedVoice {
  return {
    name,
    formats: ['pcm-16k'],
    mood: 'well',
    said: [],
    underWay: 0,
    closed: 0,
    key: undefined,
    available: async () => ({ available: true, sentence: `${name} speaks.` }),
    async voices() {
      if (this.mood === 'hides') await new Promise(() => {})
      return voices
    },
    async *speak(request, signal) {
      this.said.push(request)
      this.underWay++
      try {
        if (this.mood === 'fails') throw new PortFault(`${name} is out of breath.`, { retryable: true })
        if (this.mood === 'refuses') throw new PortFault(`${name} refused the key.`, { retryable: false, status: 401 })
        if (this.mood === 'stalls' && !signal.aborted) await once(signal, 'abort')
        if (this.mood === 'empty') return
        if (this.mood === 'zeros') for (let at = 0; at < 60; at++) yield new Uint8Array(32_000)
        if (this.mood === 'endless') for (let at = 0; at < 600 && !signal.aborted; at++) yield Buffer.alloc(32_000, mark)
        if (this.mood === 'noise') return yield Uint8Array.from({ length: 16_000 }, (_, at) => (at * 7919) % 251)
        for (const [at, letter] of Array.from(request.text).entries()) {
          if (letter === '∞' && !signal.aborted) await once(signal, 'abort')
          if (signal.aborted) return
          if (this.mood === 'breaks' && at === 2) throw new PortFault(`${name} broke off.`, { retryable: true })
          yield Buffer.from(mark)
        }
      } finally {
        this.underWay--
      }
    },
    async close() {
      this.closed++
    },
  }
}

/** How played ears behave from now on: `deaf` cannot be opened, `dies` fails once it has heard ten bytes. */
export type EarsMood = 'well' | 'deaf' | 'dies'

/** Ears of the tests: sound is text in their ears, and what an utterance was is what all its bytes spell; zeroes are silence. */
export type PlayedEars = RecognitionEngine & { mood: EarsMood; opened: number; open: number; closed: number; expected: string[]; formatsAsked: string[] }

export function playEars(name: string, languages: RecognitionEngine['languages'] = ['en'], formats: RecognitionEngine['formats'] = ['pcm-16k']): PlayedEars {
  return {
    name,
    languages,
    formats,
    mood: 'well',
    opened: 0,
    open: 0,
    closed: 0,
    expected: [],
    formatsAsked: [],
    available: async () => ({ available: true, sentence: `${name} understands.` }),
    async listen({ format, languages: asked }, signal) {
      if (this.mood === 'deaf') throw new PortFault(`${name} hears nothing.`, { retryable: true })
      const language = asked[0]!
      this.opened++
      this.open++
      this.formatsAsked.push(format)
      let heard = ''
      const texts: Recognised[] = []
      let over = false
      let failure: Error | undefined
      let wake = () => {}
      const close = () => {
        if (!over) this.open--
        over = true
        wake()
      }
      signal.addEventListener('abort', close, { once: true })
      const tell = (text: Recognised) => {
        texts.push(text)
        wake()
      }
      return {
        feed: (sound) => {
          heard += Buffer.from(sound).toString('latin1').replaceAll('\0', '')
          if (this.mood === 'dies' && heard.length > 10) failure = new PortFault(`${name} lost the line.`, { retryable: true })
          else tell({ text: heard, final: false, language })
          wake()
        },
        endUtterance: () => {
          tell({ text: heard, final: true, language })
          heard = ''
        },
        expect: (phrases) => void this.expected.push(...phrases),
        texts: (async function* () {
          for (;;) {
            if (failure) throw failure
            if (over) return
            if (texts.length > 0) yield texts.shift()!
            else await new Promise<void>((resolve) => (wake = resolve))
          }
        })(),
        close,
      }
    },
    async close() {
      this.closed++
    },
  }
}
