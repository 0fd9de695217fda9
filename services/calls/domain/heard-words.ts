/** A sentence of a reply and the sound it became. `startMs` is from the beginning of the reply's sound. */
export type SpokenSentence = { text: string; startMs: number; durationMs: number }

/**
 * The words of a reply a caller heard before it was cut off after `playedMs`: whole sentences, then as many words of the next as its share of time
 * allows, spread evenly over its length.
 */
export function heardWords(sentences: readonly SpokenSentence[], playedMs: number): string {
  const heard = sentences.flatMap(({ text, startMs, durationMs }) => {
    if (playedMs >= startMs + durationMs) return [text.trim()]
    if (playedMs <= startMs || durationMs <= 0) return []
    const words = text.trim().split(/\s+/)
    const count = Math.floor((words.length * (playedMs - startMs)) / durationMs)
    return count > 0 ? [words.slice(0, count).join(' ')] : []
  })
  return heard.join(' ')
}
