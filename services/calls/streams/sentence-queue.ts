import type { Sentence } from '#streams/mouth.ts'

/** Sentences on their way from mind to mouth, in order, for one reader. */
export function createSentenceQueue() {
  const waiting: Sentence[] = []
  let ended = false
  let wake = () => {}
  return {
    push(sentence: Sentence): void {
      waiting.push(sentence)
      wake()
    },
    /** No sentence will follow. */
    end(): void {
      ended = true
      wake()
    },
    async *[Symbol.asyncIterator](): AsyncGenerator<Sentence> {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift()!
        if (ended) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
