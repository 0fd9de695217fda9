import { estimatedMs, type SpokenSentence } from '#domain/heard-words.ts'
import type { Playout } from '#streams/playout.ts'

/** Something to say. */
export type Sentence = {
  text: string
  /** PCM as it is made. */
  sound: (signal: AbortSignal) => AsyncIterable<Uint8Array>
  /** Resolves once the sentence stands in the ledger; false when it could not be noted and must not be spoken. */
  noted: Promise<boolean>
  /** It fills a silence and is no part of what the agent says. */
  aside: boolean
}

type Saying = {
  playout: Playout
  signal: AbortSignal
  /** Filled while it goes on, so that whoever interrupts can see what was said so far. */
  spoken: SpokenSentence[]
  onFailure(error: unknown): void
}

/** A voice that speaks this many times as long as its text should take, and these milliseconds besides, is not saying the text. */
const [mostTimes, mostBesideMs] = [6, 10_000] as const

/**
 * Says sentences one after another; a sentence whose sound fails is passed over, and one whose sound does not end is left. The sound is made while the ledger is written and waits for it.
 * Resolves when all has been heard or the signal stops it.
 */
export async function say(sentences: AsyncIterable<Sentence>, { playout, signal, spoken, onFailure }: Saying): Promise<void> {
  for await (const { text, sound, noted, aside } of sentences) {
    if (signal.aborted) return
    const sentence: SpokenSentence = { text, startMs: playout.lengthMs, durationMs: 0, aside }
    spoken.push(sentence)
    const estimate = estimatedMs(text)
    let mayBeSpoken = false
    try {
      for await (const piece of sound(signal)) {
        mayBeSpoken ||= await noted
        if (signal.aborted) return
        if (!mayBeSpoken) break
        playout.write(piece)
        sentence.durationMs = Math.max(estimate, playout.lengthMs - sentence.startMs)
        if (sentence.durationMs > mostTimes * estimate + mostBesideMs) break
        await playout.room()
      }
    } catch (error) {
      if (signal.aborted) return
      onFailure(error)
    }
    playout.fill()
    sentence.durationMs = playout.lengthMs - sentence.startMs
  }
  await playout.finish()
}
