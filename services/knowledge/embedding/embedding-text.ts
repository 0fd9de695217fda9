import { createHash } from 'node:crypto'

/** More of an item says little more about what it is about, and small models read no more. */
const longestText = 2_000

/** What of an item is turned into a vector. */
export function embeddingText(item: { title: string; text: string }): string {
  return `${item.title}\n${item.text}`.slice(0, longestText).toWellFormed()
}

/** By what a text is known again: 128 bits of SHA-256 in hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
