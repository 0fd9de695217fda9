/** Splits words that come in pieces into whole sentences. */
export type SentenceCutter = {
  /** Whole sentences that are complete with this piece. */
  add(piece: string): string[]
  /** What is left at the end. */
  rest(): string
}

const ending = /[.!?।](?:["')\]]|\s?\[\d+(?:,\s?\d+)*\])*(?=\s)|\n+/

/** A cutter for one utterance; a full stop after a title or initial does not end a sentence. */
export function createSentenceCutter(): SentenceCutter {
  let held = ''
  return {
    add(piece) {
      held += piece
      const sentences: string[] = []
      let from = 0
      for (;;) {
        const match = ending.exec(held.slice(from))
        if (!match) break
        const end = from + match.index + match[0].length
        const sentence = held.slice(0, end)
        if (/\b(?:Mr|Mrs|Ms|Dr|St|No|Rs|\p{Lu})\.$/u.test(sentence.trim())) {
          from = end
          continue
        }
        sentences.push(sentence.trim())
        held = held.slice(end)
        from = 0
      }
      return sentences.filter(Boolean)
    },
    rest() {
      const left = held.trim()
      held = ''
      return left
    },
  }
}

/** The sentences of a finished text. */
export function splitSentences(text: string): string[] {
  const cutter = createSentenceCutter()
  const sentences = cutter.add(`${text} `)
  const rest = cutter.rest()
  return rest ? [...sentences, rest] : sentences
}
