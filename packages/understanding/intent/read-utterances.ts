import { readFileSync } from 'node:fs'
import { type LanguageCode, stem } from '@myna/language'
import { type Intent, intents } from '#intent/intents.ts'
import { maskedWords } from '#intent/mask-words.ts'

/**
 * Where an utterance belongs: learnt from; held back as a sample over all groups; or held back because it is of the last that were written, which are unlike the
 * others most.
 */
export type Part = 'learnt' | 'sample' | 'late'
/** An utterance that was written to learn from; `group` is the same for those that differ in values, order and politeness only. */
export type Utterance = { text: string; language: LanguageCode; intent: Intent; group: string; part: Part }

const folder = new URL('./utterances/', import.meta.url)
/** The languages there are utterances of. */
export const languages: readonly LanguageCode[] = ['en', 'hi', 'hinglish', 'bn']
const latePart = 0.05
/** One group in so many is held back. */
const sampleOf = 16

/** All utterances of the folder, file by file in a fixed order. One that is held back although its group is learnt from is left out. */
export function readUtterances(): Utterance[] {
  return languages.flatMap((language) =>
    intents.flatMap((intent) => {
      const lines = linesOf(language, intent)
      const late = Math.ceil(lines.length * (1 - latePart))
      const all = lines.map((text, at): Utterance => {
        const group = groupOf(text)
        const sampled = foldOf(`sample ${group}`, sampleOf) === 0
        return { text, language, intent, group, part: sampled ? 'sample' : at >= late ? 'late' : 'learnt' }
      })
      const learnt = new Set(all.filter((it) => it.part === 'learnt').map((it) => it.group))
      return all.filter((it) => it.part === 'learnt' || !learnt.has(it.group))
    }),
  )
}

function linesOf(language: LanguageCode, intent: Intent): string[] {
  const lines = readFileSync(new URL(`${language}/${intent}.txt`, folder), 'utf8').split('\n')
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}

/** One of so many folds, the same for a group always. */
export function foldOf(group: string, folds: number): number {
  let hash = 7
  for (const letter of group) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) % folds
}

const polite = new Set('please kindly um uh hi hello the a an to of for कृपया प्लीज प्लीज़ जी please ji प्लिज দয়া করে please'.split(' '))

function groupOf(text: string): string {
  const words = maskedWords(text).filter((word) => !polite.has(word))
  return [...new Set(words.map(stem))].sort().join(' ')
}
