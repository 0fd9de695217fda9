import { plainWords } from '#domain/item-fingerprint.ts'

const wordsPerShingle = 4
const fewestWords = 12
/** Jaccard similarity (Broder, 1997) from which two texts count as one; a changed sentence in three stays below. */
const alike = 0.8
/** A shingle in more texts than this is a turn of phrase and says nothing about likeness. */
const commonShingle = 40

/**
 * Of texts in order of preference, the positions of those that nearly repeat an earlier one.
 * Texts whose numbers differ are never the same: there the number is the news.
 */
export function nearDuplicates(texts: readonly string[]): Set<number> {
  const kept = new Map<number, number[]>()
  const sizes: number[] = []
  const numbers: string[] = []
  const repeated = new Set<number>()
  texts.forEach((text, at) => {
    const words = plainWords(text).split(' ')
    const shingles = words.length < fewestWords ? new Set<number>() : shinglesOf(words)
    sizes[at] = shingles.size
    numbers[at] = words.filter((it) => /\p{N}/u.test(it)).join(' ')
    const together = new Map<number, number>()
    for (const shingle of shingles) for (const other of kept.get(shingle) ?? []) together.set(other, (together.get(other) ?? 0) + 1)
    for (const [other, count] of together) {
      const similarity = count / (shingles.size + sizes[other]! - count)
      if (similarity >= alike && numbers[other] === numbers[at]) repeated.add(at)
    }
    if (repeated.has(at)) return
    for (const shingle of shingles) {
      const holders = kept.get(shingle)
      if (!holders) kept.set(shingle, [at])
      else if (holders.length < commonShingle) holders.push(at)
    }
  })
  return repeated
}

function shinglesOf(words: readonly string[]): Set<number> {
  const shingles = new Set<number>()
  for (let at = 0; at + wordsPerShingle <= words.length; at++) shingles.add(hashOf(words.slice(at, at + wordsPerShingle).join(' ')))
  return shingles
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
