import { PortFault } from '@myna/ports/fault'
import type { SpeechEngine, SpeechRequest, SpeechVoice } from '@myna/ports/speech'
import { type Log, Mouth } from './mouth.ts'
import { pitchOf, rateOf } from './prosody.ts'
import { segmentsOf } from './segments.ts'
import { spokenText } from './spoken/spoken-text.ts'
import { voices } from './voices.ts'

/** Sound made but not yet taken; above this the engine turns to others until it is taken. */
const enoughBytes = 2 * 32_000

/**
 * Speech by espeak-ng in a child process: English, Hindi, Hinglish and Bengali, on this machine, without a key. The child starts when it
 * is first wanted, warms itself, and is started again when it dies. Call `close` to end it.
 */
export function createEspeak(options: { log?: Log } = {}): SpeechEngine & { readonly pid: number | undefined } {
  const mouth = new Mouth(options.log ?? { warn: () => {} })
  return {
    name: 'espeak',
    formats: ['pcm-16k'],
    get pid() {
      return mouth.pid
    },
    async available() {
      const state = await mouth.ready()
      const sentence = state.ready
        ? 'espeak-ng speaks English, Hindi, Hinglish and Bengali on this machine, without a key.'
        : `espeak-ng cannot speak here: ${state.reason} Install the package @echogarden/espeak-ng-emscripten, or set up another speech engine.`
      return { available: state.ready, sentence }
    },
    voices: async () => voices.map(({ id, name, language, gender }): SpeechVoice => ({ id, name, language, gender })),
    speak: (request, signal) => speak(mouth, request, signal),
    close: () => mouth.close(),
  }
}

async function* speak(mouth: Mouth, request: SpeechRequest, outer: AbortSignal): AsyncGenerator<Uint8Array> {
  const voice = voices.find((it) => it.id === request.voice)
  if (!voice) throw new PortFault(`espeak-ng has no voice "${request.voice}"`, { retryable: false })
  const settings = { voice: voice.espeak, rate: rateOf(request.speed), pitch: pitchOf(request.pitch), gain: Math.max(0, request.volume) }
  const segments = segmentsOf(spokenText(request.text, voice.language))

  // Whoever stops iterating has stopped the work, whether or not the signal says so.
  const left = new AbortController()
  const signal = AbortSignal.any([outer, left.signal])
  const sounds: Uint8Array[] = []
  let bytes = 0
  let over = false
  let failure: unknown
  let wake = () => {}
  const sleep = () => new Promise<void>((resolve) => (wake = resolve))
  signal.addEventListener('abort', () => wake(), { once: true })

  let resume = () => {}
  const work = (async () => {
    for (const text of segments) {
      while (bytes >= enoughBytes && !signal.aborted) await new Promise<void>((resolve) => (resume = resolve))
      if (signal.aborted) return
      await mouth.say(
        { ...settings, text },
        (pcm) => {
          sounds.push(pcm)
          bytes += pcm.byteLength
          wake()
        },
        signal,
      )
    }
  })()
  work
    .catch((error) => (failure = error))
    .finally(() => {
      over = true
      wake()
    })

  try {
    for (;;) {
      if (signal.aborted) return
      const sound = sounds.shift()
      if (sound) {
        bytes -= sound.byteLength
        if (bytes < enoughBytes) resume()
        yield sound
      } else if (over) {
        if (failure) throw failure
        return
      } else await sleep()
    }
  } finally {
    left.abort()
    resume()
  }
}
