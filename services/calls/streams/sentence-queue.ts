import type { Sentence } from '#streams/mouth.ts'

export type SentenceQueue = ReturnType<typeof createSentenceQueue>

/** Sentences on their way from mind to mouth, in order. A sentence that was announced is waited for even after `end`. */
export function createSentenceQueue() {
  const waiting: Sentence[] = []
  let announced = 0
  let ended = false
  let wake: (() => void) | undefined

  async function* sentences(): AsyncGenerator<Sentence> {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift()!
      if (ended && announced === 0) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return {
    /** A sentence is being noted and will follow. */
    expect(): void {
      announced++
    },
    push(sentence: Sentence): void {
      announced--
      waiting.push(sentence)
      wake?.()
    },
    end(): void {
      ended = true
      wake?.()
    },
    sentences,
    /** Passes all sentences by, for a caller who reads only. */
    async *silently(): AsyncGenerator<Sentence> {
      for await (const _ of sentences()) {
        // Nothing is said.
      }
    },
  }
}
