import { existsSync, readFileSync } from 'node:fs'
import { type LanguageCode, spokenKey } from '@myna/language'
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
  const written = languages.flatMap((language) =>
    intents.flatMap((intent) => {
      const lines = linesOf(language, intent)
      const late = Math.ceil(lines.length * (1 - latePart))
      return lines.map((text, at) => ({ text, language, intent, group: groupOf(text), isLate: at >= late }))
    }),
  )
  const all = joinTwins(written).map(({ isLate, ...it }): Utterance => {
    const sampled = foldOf(`sample ${it.group}`, sampleOf) === 0
    return { ...it, part: sampled ? 'sample' : isLate ? 'late' : 'learnt' }
  })
  const learnt = new Set(all.filter((it) => it.part === 'learnt').map((it) => it.group))
  return all.filter((it) => it.part === 'learnt' || !learnt.has(it.group))
}

function linesOf(language: LanguageCode, intent: Intent): string[] {
  const files = ['', '-2', '-3'].map((more) => new URL(`${language}/${intent}${more}.txt`, folder)).filter((file) => existsSync(file))
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
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

/** Consonants of the words that matter, so that the same sentence in two scripts has much the same ones. */
function groupOf(text: string): string {
  const words = maskedWords(text).filter((word) => !polite.has(word))
  const bones = words.map((word) =>
    word.startsWith('#')
      ? word
      : spokenKey(word)
          .replace(/[aeiouy]/g, '')
          .replace(/c(?!h)/g, 'k') || word,
  )
  return [...new Set(bones)].sort().join(' ')
}

/** Gives Hinglish utterances the group of a Hindi one that says the same: more than half of their words sound alike. */
function joinTwins<Written extends Omit<Utterance, 'part'>>(utterances: readonly Written[]): Written[] {
  const hindi = utterances.filter((it) => it.language === 'hi').map((it) => ({ intent: it.intent, group: it.group, words: it.group.split(' ') }))
  return utterances.map((it) => {
    if (it.language !== 'hinglish') return it
    const words = new Set(it.group.split(' '))
    const twin = hindi.find((other) => {
      if (other.intent !== it.intent) return false
      const common = other.words.filter((word) => words.has(word)).length
      return common > 0.5 * (words.size + other.words.length - common)
    })
    return twin ? { ...it, group: twin.group } : it
  })
}
