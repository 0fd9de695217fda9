import { readFileSync } from 'node:fs'
import { type LanguageCode, stem } from '@myna/language'
import { type Intent, intents } from '#intent/intents.ts'
import { maskedWords } from '#intent/mask-words.ts'

/** An utterance that was written to learn from; `group` is the same for those that differ in values, order and politeness only. */
export type Utterance = { text: string; language: LanguageCode; intent: Intent; group: string; heldBack: boolean }

const folder = new URL('./utterances/', import.meta.url)
/** The languages there are utterances of. */
export const languages: readonly LanguageCode[] = ['en', 'hi', 'hinglish', 'bn']
/** Part of each file, from its end, that is never trained on. */
const heldBackPart = 0.1

/** All utterances of the folder, file by file in a fixed order. A held-back one whose group is also trained on is left out. */
export function readUtterances(): Utterance[] {
  return languages.flatMap((language) =>
    intents.flatMap((intent) => {
      const lines = linesOf(language, intent)
      const from = Math.ceil(lines.length * (1 - heldBackPart))
      const all = lines.map((text, at) => ({ text, language, intent, group: groupOf(text), heldBack: at >= from }))
      const trained = new Set(all.filter((it) => !it.heldBack).map((it) => it.group))
      return all.filter((it) => !it.heldBack || !trained.has(it.group))
    }),
  )
}

function linesOf(language: LanguageCode, intent: Intent): string[] {
  const lines = readFileSync(new URL(`${language}/${intent}.txt`, folder), 'utf8').split('\n')
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}

const polite = new Set('please kindly um uh hi hello the a an to of for कृपया प्लीज प्लीज़ जी please ji प्लिज দয়া করে please'.split(' '))

function groupOf(text: string): string {
  const words = maskedWords(text).filter((word) => !polite.has(word))
  return [...new Set(words.map(stem))].sort().join(' ')
}
