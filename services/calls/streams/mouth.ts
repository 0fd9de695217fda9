import { setTimeout as sleep } from 'node:timers/promises'
import type { SpokenSentence } from '#domain/heard-words.ts'
import { createFramer } from '#streams/frames.ts'
import { frameMs } from '#streams/sound.ts'

/** Something to say. */
export type Sentence = { text: string; /** PCM as it is made. */ sound: (signal: AbortSignal) => AsyncIterable<Uint8Array> }

/** Where sound goes. */
export type Speaker = {
  /** Called before the first frame. */
  begin(): void
  /** One frame, `atMs` from the beginning of this reply's sound. */
  frame(pcm: Uint8Array, atMs: number): void
  /** All sound was handed over; it lasts this long. */
  end(durationMs: number): void
}

/** Sound is handed over this much ahead of when it is heard: enough for a network to stumble, little enough to stop at once. */
const leadMs = 300

/** What became of a reply's sound. */
export type Speech = { sentences: SpokenSentence[]; /** When the first frame went out, in `performance.now()` time. */ beganAt: number | undefined; cut: boolean }

/**
 * Says sentences one after another at the pace of speech. Aborting stops within a frame. `speech` is filled while it goes on, so that whoever
 * interrupts can see what was said so far. Resolves when the last frame has been heard.
 */
export async function say(sentences: AsyncIterable<Sentence>, speaker: Speaker, signal: AbortSignal, speech: Speech): Promise<void> {
  const framer = createFramer()
  let sentMs = 0
  const send = async (frame: Uint8Array) => {
    speech.beganAt ??= begin(speaker)
    const ahead = sentMs - (performance.now() - speech.beganAt)
    if (ahead > leadMs) await sleep(ahead - leadMs, undefined, { signal })
    signal.throwIfAborted()
    speaker.frame(frame, sentMs)
    sentMs += frameMs
  }
  try {
    for await (const { text, sound } of sentences) {
      signal.throwIfAborted()
      const spoken: SpokenSentence = { text, startMs: sentMs, durationMs: 0 }
      speech.sentences.push(spoken)
      for await (const piece of sound(signal)) {
        for (const frame of framer.push(piece)) {
          await send(frame)
          spoken.durationMs = sentMs - spoken.startMs
        }
      }
      const rest = framer.rest()
      if (rest) await send(rest)
      spoken.durationMs = sentMs - spoken.startMs
    }
    if (speech.beganAt === undefined) return
    speaker.end(sentMs)
    const left = sentMs - (performance.now() - speech.beganAt)
    if (left > 0) await sleep(left, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
    speech.cut = true
  }
}

/** How much of a reply's sound has been heard by now, in milliseconds. */
export function playedMs(speech: Speech): number {
  return speech.beganAt === undefined ? 0 : performance.now() - speech.beganAt
}

function begin(speaker: Speaker): number {
  speaker.begin()
  return performance.now()
}
