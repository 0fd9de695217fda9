import { actWords } from '#lexicon/act-words.ts'
import { askingWords } from '#lexicon/asking-words.ts'
import { businessWords } from '#lexicon/business-words.ts'
import { commonWords } from '#lexicon/common-words.ts'
import { errandWords } from '#lexicon/errand-words.ts'
import { everydayWords } from '#lexicon/everyday-words.ts'
import { generalWords } from '#lexicon/general-words.ts'
import { householdWords } from '#lexicon/household-words.ts'
import { matterWords } from '#lexicon/matter-words.ts'
import { placeWords } from '#lexicon/place-words.ts'
import { relatedConcepts } from '#lexicon/related-concepts.ts'
import { goodsWords } from '#lexicon/goods-words.ts'
import { serviceWords } from '#lexicon/service-words.ts'
import { spokenWords } from '#lexicon/spoken-words.ts'
import { tradeWords } from '#lexicon/trade-words.ts'
import { verbForms } from '#lexicon/verb-forms.ts'
import { shortFormOf } from '#letter-names.ts'
import { scriptOf, tokensOf } from '#tokens.ts'
import { spokenKey } from '#sound.ts'
import { stem } from '#stem.ts'

/** One meaning and the words for it. */
export type Concept = {
  /** Its first English word, as in the table. */
  id: string
  /** Stems of single words for it, in every language; the English ones first. */
  stems: string[]
  /** Stems of phrases for it, words apart by a space. */
  phrases: string[]
  /** Concepts that answers about this one often speak of instead. */
  related: string[]
  /** Stems of Hindi words for it in Latin letters. */
  spoken: string[]
  /** An act or a quality that says little of what a question is about: sites say it in other words. */
  light: boolean
  /** A city, state or country. */
  place: boolean
}

type Lexicon = {
  concepts: Map<string, Concept>
  byStem: Map<string, string[]>
  bySpokenKey: Map<string, string[]>
  /** By the very spelling of Hindi words in Latin letters. */
  bySpelling: Map<string, string[]>
  hinglishWords: Set<string>
}

let built: Lexicon | undefined

const add = (map: Map<string, string[]>, key: string, id: string) => {
  const ids = map.get(key)
  if (ids === undefined) map.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

type Line = { id: string; columns: string[][]; light: boolean; place: boolean; adds: boolean }

/** The lines of the tables; `adds` where a line may add words to a concept of another table, `*` before a light one. */
function readLines(): Line[] {
  const linesOf = (table: string, adds: boolean, light = false, place = false): Line[] =>
    table
      .split('\n')
      .filter((line) => line.includes('|'))
      .map((line) => {
        const columns = line.split('|').map((column, at) => wordsOf(at === 0 ? column.replace(/^\*/, '') : column))
        const id = columns[0]?.[0]
        if (id === undefined) throw new Error(`the lexicon names no concept: ${line.slice(0, 40)}`)
        return { id, columns, light: light || line.startsWith('*'), place, adds }
      })
  const concepts = [businessWords, tradeWords, goodsWords, everydayWords, householdWords, generalWords].flatMap((table) => linesOf(table, false))
  const more = [serviceWords, matterWords, commonWords, spokenWords, errandWords, askingWords].flatMap((table) => linesOf(table, true))
  return [...concepts, ...linesOf(placeWords, false, false, true), ...linesOf(actWords, false, true), ...more]
}

/** The words of a column: those apart by spaces, and all forms of a verb whose root is marked. */
const wordsOf = (column: string) =>
  column
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((entry) => (entry.endsWith('~') ? verbForms(entry.slice(0, -1)) : [entry]))

function build(): Lexicon {
  const lexicon: Lexicon = { concepts: new Map(), byStem: new Map(), bySpokenKey: new Map(), bySpelling: new Map(), hinglishWords: new Set() }
  const english = new Set<string>()
  const lines = readLines()
  for (const { columns } of lines) for (const word of columns[0] ?? []) for (const part of word.split(/[_-]+/)) english.add(part)
  for (const { id, columns, light, place, adds } of lines) {
    const known = lexicon.concepts.get(id)
    if (known && !adds) throw new Error(`the lexicon names a concept twice: ${id}`)
    const concept: Concept = known ?? { id, stems: [], phrases: [], related: relatedConcepts[id] ?? [], spoken: [], light, place }
    lexicon.concepts.set(id, concept)
    columns.forEach((column, at) => {
      for (const entry of column) {
        const parts = tokensOf(entry.replace(/_/g, ' ')).map((token) => token.word)
        const key = parts.map(stem).join(' ')
        const hinglish = at === 2
        if (!hinglish || columns[0]?.some((it) => it === entry)) {
          add(lexicon.byStem, key, id)
          const list = parts.length > 1 ? concept.phrases : concept.stems
          if (!list.includes(key)) list.push(key)
        } else if (parts.length === 1 && key.length >= 4 && !english.has(parts[0] ?? '')) {
          if (!concept.spoken.includes(key)) concept.spoken.push(key)
        }
        if (at > 0) add(lexicon.bySpokenKey, parts.map(spokenKey).join(' '), id)
        if (hinglish) add(lexicon.bySpelling, parts.join(' '), id)
        if (hinglish && parts.length === 1 && parts[0] !== undefined && !english.has(parts[0])) lexicon.hinglishWords.add(parts[0])
      }
    })
  }
  for (const [id, others] of Object.entries(relatedConcepts))
    for (const it of [id, ...others]) if (!lexicon.concepts.has(it)) throw new Error(`no concept is called ${it}`)
  return lexicon
}

const lexicon = () => (built ??= build())

/** The concept of this name. */
export const conceptOf = (id: string): Concept | undefined => lexicon().concepts.get(id)

/** Hindi topic words in Latin letters that are no English words of the table. */
export const hinglishTopicWords = (): ReadonlySet<string> => lexicon().hinglishWords

/** How many words the table holds, over all languages. */
export const lexiconSize = (): number => [...lexicon().concepts.values()].reduce((sum, it) => sum + it.stems.length + it.phrases.length, 0)

/** Concepts found at one place of a text: `from` and `to` are token indexes, `to` not included. */
export type Reading = { concepts: string[]; from: number; to: number }

/**
 * The concepts of words in match form, longest phrases first, no two overlapping. `spoken` also compares Latin words by sound
 * with the Hindi and Bengali columns: for utterances in Hinglish or romanised Bengali, not for English.
 */
export function readConcepts(words: readonly string[], spoken: boolean): Reading[] {
  const { byStem, bySpokenKey, bySpelling } = lexicon()
  const stems = words.map(stem)
  const keys = spoken ? words.map((word) => (scriptOf(word) === 'latin' ? spokenKey(word) : word)) : []
  const readings: Reading[] = []
  for (let from = 0; from < words.length; from++) {
    for (let length = Math.min(4, words.length - from); length > 0; length--) {
      const to = from + length
      const concepts = new Set(byStem.get(length === 1 ? (stems[from] ?? '') : stems.slice(from, to).join(' ')))
      if (length === 1 && concepts.size === 0) for (const id of byStem.get(shortFormOf(words[from] ?? '') ?? '') ?? []) concepts.add(id)
      if (spoken && (length > 1 || (words[from]?.length ?? 0) > 2)) {
        const spelt = bySpelling.get(words.slice(from, to).join(' '))
        for (const id of spelt ?? bySpokenKey.get(keys.slice(from, to).join(' ')) ?? []) concepts.add(id)
      }
      if (concepts.size === 0) continue
      readings.push({ concepts: [...concepts], from, to })
      from = to - 1
      break
    }
  }
  return readings
}
