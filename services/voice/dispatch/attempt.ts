import type { SpeechRequest } from '@myna/ports/speech'
import { convertAll } from '@myna/sound/converter'
import { bytesOfMs } from '@myna/sound/frames'
import type { OfferedVoice } from '#dispatch/offered-voices.ts'
import { soundless } from '#dispatch/trouble.ts'
import { isSilence } from '#domain/is-silence.ts'
import { isSpeakable } from '#domain/longest-speech.ts'

/** So much silence at its beginning is held back until something sounds: an engine that gives nothing else does not speak. */
const heldMs = 2_000
/** Why an engine is to stop; made once, since an error takes a while to make. */
const letGo = new DOMException('Nobody listens any more.', 'AbortError')

/** What of a request is the same whichever voice speaks. */
export type Saying = Omit<SpeechRequest, 'voice'>

/** How the wait for the first sound of a voice ended: `ended` is a text in which there is nothing to say. */
export type Outcome = { attempt: Attempt; how: 'sounds' | 'ended' } | { attempt: Attempt; how: 'failed'; error: unknown }

/** One text given to one voice, under way. */
export type Attempt = {
  voice: OfferedVoice
  /** Settles once, never rejects. */
  outcome: Promise<Outcome>
  /** A piece that came while its outcome was awaited, each given once; undefined: none is left. */
  ready(): Uint8Array | undefined
  /** What follows, piece by piece; rejects with the engine's error. Undefined: it is at its end. */
  next(): Promise<Uint8Array | undefined>
  /** Lets the engine go at once. Safe to call again. */
  end(): void
}

/** Asks a voice to speak and waits for its first sound. Aborting `signal` ends it. */
export function startAttempt(voice: OfferedVoice, saying: Saying, signal: AbortSignal): Attempt {
  const abort = new AbortController()
  const { engine } = voice.from
  const release = voice.from.hold()
  let pieces: AsyncIterator<Uint8Array> | undefined
  const first: Uint8Array[] = []

  const pull = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      const { done, value } = await pieces!.next()
      if (done) return undefined
      if (value.byteLength > 0) return value
    }
  }
  const listen = async (): Promise<Outcome> => {
    try {
      const format = engine.formats.includes(saying.format) ? saying.format : 'pcm-16k'
      const sound = engine.speak({ ...saying, voice: voice.voice.id, format }, abort.signal)
      pieces = (format === saying.format ? sound : convertAll(sound, format, saying.format))[Symbol.asyncIterator]()
      for (let bytes = 0; bytes < bytesOfMs(saying.format, heldMs); ) {
        const piece = await pull()
        if (!piece) break
        first.push(piece)
        bytes += piece.byteLength
        if (!isSilence(piece, saying.format)) return { attempt, how: 'sounds' }
      }
      return isSpeakable(saying.text) ? { attempt, how: 'failed', error: soundless() } : { attempt, how: 'ended' }
    } catch (error) {
      return { attempt, how: 'failed', error }
    }
  }
  const attempt: Attempt = {
    voice,
    outcome: undefined as never,
    ready: () => first.shift(),
    next: pull,
    end() {
      signal.removeEventListener('abort', attempt.end)
      abort.abort(letGo)
      // An engine that waits is woken by the abort; one that does not care is not waited for.
      pieces?.return?.(undefined)?.catch(() => undefined)
      release()
    },
  }
  signal.addEventListener('abort', attempt.end, { once: true })
  attempt.outcome = listen()
  return attempt
}
