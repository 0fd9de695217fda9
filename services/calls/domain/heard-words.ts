/**
 * A sentence of a reply and the sound it became. `startMs` is from the beginning of the reply's sound; `durationMs` is an estimate until all sound is made. An
 * `aside` fills a silence and is no part of what the agent says.
 */
export type SpokenSentence = { text: string; startMs: number; durationMs: number; aside: boolean }

/** About how long a letter takes to say, for a sentence whose sound is still being made. */
const letterMs = 65

/** An estimate of how long a text takes to say, in milliseconds. */
export function estimatedMs(text: string): number {
  return text.length * letterMs
}

/**
 * The words of a reply a caller heard before it was cut off after `playedMs`: whole sentences, then as many words of the next as its share of time
 * allows, spread evenly over its length.
 */
export function heardWords(sentences: readonly SpokenSentence[], playedMs: number): string {
  const heard = sentences.flatMap(({ text, startMs, durationMs, aside }) => {
    if (aside || durationMs <= 0 || playedMs <= startMs) return []
    if (playedMs >= startMs + durationMs) return [text.trim()]
    const words = text.trim().split(/\s+/)
    const count = Math.floor((words.length * (playedMs - startMs)) / durationMs)
    return count > 0 ? [words.slice(0, count).join(' ')] : []
  })
  return heard.join(' ')
}
