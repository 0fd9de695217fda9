import type { Block } from './block.ts'

/** The readable text of a page: `body` that of its blocks, `whole` with what it states for machines after it. */
export type PageText = { whole: string; body: string }

/** Lays blocks out as text, a line each, and notes on each where it starts; lines stated for machines follow where the text does not say them. */
export function layOut(blocks: Block[], stated: readonly string[]): PageText {
  const parts: string[] = []
  let at = 0
  for (const block of blocks) {
    block.start = at
    parts.push(block.text)
    at += block.text.length + 1
  }
  const body = parts.join('\n')
  const lines = [...new Set(stated)].filter((line) => line !== '' && !body.includes(line))
  return { body, whole: [body, ...lines].filter((part) => part !== '').join('\n') }
}
