import { readFileSync } from 'node:fs'
import type { LanguageCode } from '@myna/language'
import { type Intent, intents } from '#intent/intents.ts'
import { randomFrom } from '#intent/random.ts'

/** What a language's file of patterns holds: lists that fill `{slot}`, and lines `intent | (one|another) way of {slot}`, `none` for no intent. */
type Patterns = { slots: Map<string, string[]>; lines: { intent: Intent | undefined; pattern: string }[] }

function parse(source: string): Patterns {
  const slots = new Map<string, string[]>()
  const lines: Patterns['lines'] = []
  for (const line of source.split('\n')) {
    const slot = /^(\w+) = (.*)$/.exec(line)
    const way = /^(\w+) \| (.*)$/.exec(line)
    if (slot) slots.set(slot[1] as string, (slot[2] as string).split('|'))
    else if (way) {
      const intent = intents.find((it) => it === way[1])
      if (!intent && way[1] !== 'none') throw new Error(`no intent is called ${way[1]}`)
      lines.push({ intent, pattern: way[2] as string })
    }
  }
  return { slots, lines }
}

/** What a pattern makes; without an intent it is a bare answer, which says nothing about what its speaker wants. */
export type Made = { text: string; intent: Intent | undefined; language: LanguageCode }

/** Utterances made from the patterns of a language, some from every pattern; the same seed gives the same ones. */
export function writeFromPatterns(language: LanguageCode, fromEach: number, seed: number): Made[] {
  const { slots, lines } = parse(readFileSync(new URL(`./${language}.txt`, import.meta.url), 'utf8'))
  const random = randomFrom(seed)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string
  const fill = (pattern: string): string => {
    let text = pattern
    for (let depth = 0; depth < 12 && /[({]/.test(text); depth++) {
      text = text
        .replace(/\{(\w+)\}/g, (_, name: string) => pick(slots.get(name) ?? [name]))
        .replace(/\(([^()]*)\)/g, (_, choices: string) => pick(choices.split('|')))
    }
    return text.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim()
  }
  return lines.flatMap(({ intent, pattern }) => {
    // A pattern of many choices is drawn from more often, so that most of them come up.
    const draws = Math.round(fromEach * Math.max(1, pattern.split('|').length / 12))
    const made = new Set(Array.from({ length: draws }, () => fill(pattern)))
    return [...made].map((text) => ({ text, intent, language }))
  })
}
