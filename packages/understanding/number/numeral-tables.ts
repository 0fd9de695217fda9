import { type LanguageCode, matchForm } from '@myna/language'
import { englishNumerals, fractions, scales } from '#number/english-numerals.ts'
import { indianNumerals } from '#number/indian-numerals.ts'

/** What a word says about a number. `unit`, `ten` and `teen` are English; `small` is any name of 0 to 99 that joins no other. */
export type Numeral =
  | { kind: 'unit' | 'teen' | 'ten' | 'small' | 'scale' | 'fraction'; value: number; english: boolean }
  | { kind: 'half-more' | 'quarter-more' | 'quarter-less'; value: 0; english: false }

/** Words that a long vowel less would make numerals, and that are others: `sat` for Saturday, `at`. */
const notNumerals = new Set(['sat', 'at', 'the', 'bus'])

/** A Hindi word in Latin letters whatever its spelling: long vowels, doubled letters and breath of `chh` told apart no more. */
export const foldedNumeral = (word: string) =>
  word
    .replace(/aa+/g, 'a')
    .replace(/ee+|ii+/g, 'i')
    .replace(/oo+|uu+/g, 'u')
    .replace(/w/g, 'v')
    .replace(/z/g, 'j')
    .replace(/chh/g, 'ch')
    .replace(/(ch|th|dh)\1/g, '$1')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/yi(?=s$)/, 'i')

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) =>
      line.split('|').map((cell) =>
        cell
          .trim()
          .split(/\s+/)
          .map((word) => matchForm(word))
          .filter(Boolean),
      ),
    )

type Tables = { script: Map<string, Numeral>; english: Map<string, Numeral>; hindi: Map<string, Numeral>; bengali: Map<string, Numeral> }
let built: Tables | undefined

const englishKind = (value: number) => (value < 10 ? 'unit' : value < 20 ? 'teen' : 'ten')

function build(): Tables {
  const tables: Tables = { script: new Map(), english: new Map(), hindi: new Map(), bengali: new Map() }
  const put = (map: Map<string, Numeral>, word: string, numeral: Numeral) => {
    if (!map.has(word)) map.set(word, numeral)
  }
  rowsOf(indianNumerals).forEach(([hindi = [], latinHindi = [], bengali = [], latinBengali = []], value) => {
    const numeral: Numeral = { kind: 'small', value, english: false }
    for (const word of [...hindi, ...bengali]) put(tables.script, word, numeral)
    for (const word of latinHindi) put(tables.hindi, foldedNumeral(word), numeral)
    for (const word of latinBengali) put(tables.bengali, word, numeral)
  })
  for (const [value = [], latin = [], hindi = [], bengali = []] of rowsOf(englishNumerals)) {
    const amount = Number(value[0])
    const numeral: Numeral = { kind: englishKind(amount), value: amount, english: true }
    for (const word of latin) put(tables.english, word, numeral)
    for (const word of [...hindi, ...bengali]) put(tables.script, word, numeral)
  }
  for (const [value = [], latin = [], hindi = [], bengali = [], latinBengali = []] of rowsOf(scales)) {
    const numeral: Numeral = { kind: 'scale', value: Number(value[0]), english: true }
    for (const word of latinBengali) put(tables.bengali, word, numeral)
    for (const word of latin) put(tables.english, word, numeral)
    for (const word of [...hindi, ...bengali]) put(tables.script, word, numeral)
  }
  for (const [kind = [], latin = [], hindi = [], bengali = []] of rowsOf(fractions)) {
    const name = kind[0] ?? ''
    const numeral: Numeral =
      name === 'half-more' || name === 'quarter-more' || name === 'quarter-less'
        ? { kind: name, value: 0, english: false }
        : { kind: 'fraction', value: Number(name), english: false }
    for (const word of latin) put(tables.hindi, foldedNumeral(word), numeral)
    for (const word of [...hindi, ...bengali]) put(tables.script, word, numeral)
  }
  return tables
}

const classifier = /(?:টি|টা|টে|টো|টায|টাতে|টার|টের|টির|জন|জনের|জনকে|খানা|খানি|ের|র|এর)$/
const hundredSuffix = /(?:শো|শত|শ)$/

/** A Bengali numeral with what is written onto it taken off: `তিনটি` is three, `পাঁচশো` five and its hundred. */
function bengaliNumeral(word: string, script: Map<string, Numeral>): { numeral: Numeral; hundred: boolean } | null {
  const cased = script.get(word.replace(/(?:ের|র|ে|তে)$/, ''))
  if (cased?.kind === 'scale' && (cased.value >= 1000 || word.endsWith('র'))) return { numeral: cased, hundred: false }
  const bare = word.replace(classifier, '')
  const plain = bare === word ? undefined : script.get(bare)
  if (plain !== undefined && plain.kind !== 'half-more') return { numeral: plain, hundred: false }
  const placed = /(?:যে|ে|তে)$/.test(word) ? script.get(word.replace(/(?:যে|তে|ে)$/, '')) : undefined
  if (placed?.kind === 'small' && placed.value > 1 && placed.value < 10) return { numeral: placed, hundred: false }
  const stem = bare.replace(hundredSuffix, '')
  const counted = stem === bare ? undefined : script.get(stem)
  return counted !== undefined && (counted.kind === 'small' || counted.kind === 'fraction') && counted.value > 0 ? { numeral: counted, hundred: true } : null
}

/**
 * What one word in any spelling says about a number, or null. Words in Indian scripts mean the same in every language; of words in
 * Latin letters the language decides. `hundred` is true of Bengali words with their hundred written onto them.
 */
export function numeralOf(raw: string, language: LanguageCode): { numeral: Numeral; hundred: boolean } | null {
  if (raw.length > 24) return null
  built ??= build()
  const word = matchForm(raw)
  if (/[\u0900-\u09ff]/.test(word)) {
    const numeral = built.script.get(word)
    return numeral === undefined ? bengaliNumeral(word, built.script) : { numeral, hundred: false }
  }
  const english = built.english.get(word)
  if (english !== undefined) return { numeral: english, hundred: false }
  if (language === 'en' || notNumerals.has(word)) return null
  const folded = foldedNumeral(word)
  const numeral = (language === 'bn' ? built.bengali.get(word) : undefined) ?? built.hindi.get(folded)
  return numeral === undefined ? null : { numeral, hundred: false }
}
