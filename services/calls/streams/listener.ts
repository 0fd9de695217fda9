import type { Log } from '@myna/kernel'
import type { RecognitionEngine, RecognitionStream } from '@myna/ports/recognition'
import type { SpeechLanguage } from '@myna/ports/speech'
import { createEars, earsPolicy } from '#streams/ears.ts'
import { createFramer } from '#streams/framer.ts'
import { frameBytes, frameMs } from '#streams/sound.ts'

/** What the listening stage tells the session. */
export type Listening = {
  began(): void
  partial(text: string): void
  /** A whole utterance; `endOfSpeechMs` from the last voiced frame to its text. */
  utterance(text: string, endOfSpeechMs: number): void
  /** The engine cannot hear any more. */
  failed(error: unknown): void
}

/** Sound from before a turn was noticed that the engine hears too: the noticing itself takes 200 ms, and words begin softly. */
const leadInFrames = 500 / frameMs

export type Listener = Awaited<ReturnType<typeof openListener>>

/**
 * Hears the microphone: when a turn begins and ends, and its words. The engine is fed turns only, so that silence costs no recognition and noise
 * between turns makes no words.
 */
export async function openListener(it: { engine: RecognitionEngine; language: SpeechLanguage; tell: Listening; signal: AbortSignal; log: Log }) {
  const { engine, tell, signal, log } = it
  const ears = createEars()
  const stream: RecognitionStream = await engine.listen({ languages: [it.language], format: 'pcm-16k', phrases: [] }, signal)
  const leadIn = new Uint8Array(leadInFrames * frameBytes)
  let leadInAt = 0
  let hearing = false
  let closed = false
  /** When the last voiced frame of the turn came whose final text is awaited. */
  let silentSince: number | undefined
  let words = ''

  const framer = createFramer((frame) => {
    const heard = ears.hear(frame)
    if (heard === 'begins') {
      hearing = true
      silentSince = undefined
      // The oldest frame lies where the next would be written.
      stream.feed(leadIn.subarray(leadInAt))
      if (leadInAt > 0) stream.feed(leadIn.subarray(0, leadInAt))
      leadIn.fill(0)
      tell.began()
    }
    if (hearing) stream.feed(frame)
    else {
      leadIn.set(frame, leadInAt)
      leadInAt = (leadInAt + frameBytes) % leadIn.byteLength
    }
    if (heard !== 'ends') return
    hearing = false
    silentSince = performance.now() - earsPolicy.endsAfterMs
    stream.endUtterance()
  })

  async function read(): Promise<void> {
    for await (const { text, final } of stream.texts) {
      if (closed) return
      const soFar = `${words} ${text}`.trim()
      if (final) words = soFar
      if (final && silentSince !== undefined) {
        const endOfSpeechMs = performance.now() - silentSince
        words = ''
        silentSince = undefined
        if (soFar) tell.utterance(soFar, endOfSpeechMs)
      } else if (soFar) tell.partial(soFar)
    }
  }
  void read().catch((error: unknown) => {
    if (closed || signal.aborted) return
    log.warn({ err: error }, 'recognition failed')
    tell.failed(error)
  })

  return {
    /** PCM of the microphone in pieces of any length; half a sample at the end of a piece is dropped. */
    hear(piece: Uint8Array): void {
      framer.push(piece.byteLength % 2 === 0 ? piece : piece.subarray(0, -1))
    },
    close(): void {
      closed = true
      stream.close()
    },
  }
}
