function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

/** Whether what the browser's recogniser heard is the agent's own voice from the loudspeaker: most of its words stand in what the agent says. */
export function isOwnEcho(heard: string, said: string): boolean {
  const words = wordsOf(heard)
  if (words.length === 0) return true
  const spoken = new Set(wordsOf(said))
  const same = words.filter((it) => spoken.has(it)).length
  return same / words.length >= 0.7
}
