import type { RecognitionEngine, RecognitionStream } from '@myna/ports/recognition'
import type { Log } from '@myna/kernel'
import { createEars } from '#streams/ears.ts'

/** What the listening stage tells the session. */
export type Listening = {
  began(): void
  partial(text: string): void
  /** A whole utterance; `endOfSpeechMs` from the last voiced frame to its text. */
  utterance(text: string, endOfSpeechMs: number): void
}

/** Hears the microphone: when a turn begins and ends, and, where an engine is at hand, its words. */
export async function openListener(engine: RecognitionEngine | undefined, tell: Listening, signal: AbortSignal, log: Log) {
  const ears = createEars()
  let stream: RecognitionStream | undefined
  let endedAt = 0
  let words = ''
  if (engine) {
    stream = await engine.listen('en', signal)
    void read(stream)
  }

  async function read({ texts }: RecognitionStream): Promise<void> {
    try {
      for await (const { text, final } of texts) {
        if (!final) tell.partial(`${words} ${text}`.trim())
        else if (text.trim()) {
          words = `${words} ${text}`.trim()
          // A final text while the turn goes on is a part of it; after its end it is the rest.
          if (endedAt > 0) flush()
          else tell.partial(words)
        }
      }
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, 'recognition failed')
    }
  }
  function flush(): void {
    const text = words
    words = ''
    if (text) tell.utterance(text, performance.now() - endedAt)
    endedAt = 0
  }
  return {
    hear(frame: Uint8Array): void {
      stream?.feed(frame)
      const heard = ears.hear(frame)
      if (heard === 'begins') {
        endedAt = 0
        tell.began()
      } else if (heard === 'ends') {
        endedAt = performance.now()
        stream?.endUtterance()
        if (words) flush()
      }
    },
    close: () => stream?.close(),
  }
}
