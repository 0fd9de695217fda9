import { banglishWords } from '#time/banglish-words.ts'
import { bengaliWords } from '#time/bengali-words.ts'
import { englishWords } from '#time/english-words.ts'
import { hindiWords } from '#time/hindi-words.ts'
import { hinglishWords } from '#time/hinglish-words.ts'
import { keyOf, type Word } from '#time/read-words.ts'

/** One thing words say: `weekday 1`, `unit week`. `length` counts the words; `roman` is true of Indian words in Latin letters. */
export type Meaning = { kind: string; value: string; length: number; roman: boolean }

type Entry = Meaning & { rest: string[] }

let index: Map<string, Entry[]> | undefined

function build(): Map<string, Entry[]> {
  const built = new Map<string, Entry[]>()
  const tables: [Record<string, string>, boolean][] = [
    [englishWords, false],
    [hindiWords, false],
    [bengaliWords, false],
    [hinglishWords, true],
    [banglishWords, true],
  ]
  for (const [table, roman] of tables) {
    for (const [meaning, forms] of Object.entries(table)) {
      const [kind = '', value = ''] = meaning.split(' ')
      for (const form of forms.split(' ')) {
        const [first = '', ...rest] = form.split('_').map((part) => keyOf(part, roman))
        const entries = built.get(first) ?? []
        if (entries.length === 0) built.set(first, entries)
        entries.push({ kind, value, length: rest.length + 1, roman, rest })
      }
    }
  }
  for (const entries of built.values()) entries.sort((one, other) => other.length - one.length)
  return built
}

const sureKinds = new Set(['day', 'either', 'weekday', 'part', 'unit', 'oclock', 'date-word', 'tonight', 'now', 'fixed'])
const englishToo = new Set([
  '~rat',
  '~sham',
  '~sam',
  '~sal',
  '~mas',
  '~mash',
  '~din',
  '~sakal',
  '~suba',
  '~mangal',
  '~shani',
  '~hapte',
  '~mah',
  '~pore',
  '~por',
  '~aj',
  '~bela',
  '~mai',
  '~shyam',
  '~bhor',
])

/** All that the words from `at` on can say, the longest first. Indian words in Latin letters are left out unless `roman`. */
export function meaningsAt(words: readonly Word[], at: number, roman: boolean): Meaning[] {
  index ??= build()
  const found: Meaning[] = []
  for (const key of words[at]?.keys ?? []) {
    for (const entry of index.get(key) ?? []) {
      if (entry.roman && !roman && !(sureKinds.has(entry.kind) && !englishToo.has(key))) continue
      if (entry.rest.every((part, i) => words[at + 1 + i]?.keys.includes(part) === true)) found.push(entry)
    }
  }
  return found.length > 1 ? found.sort((one, other) => other.length - one.length) : found
}

/** Whether a word is surely Hindi or Bengali in Latin letters: `baje`, `parson`, not `rat`. */
export function isSurelyRoman(word: Word): boolean {
  index ??= build()
  const key = word.keys[1]
  return (
    key?.startsWith('~') === true &&
    !englishToo.has(key) &&
    (index.get(key) ?? []).some((it) => it.roman && it.length === 1 && sureKinds.has(it.kind)) &&
    index.get(word.keys[0] ?? '') === undefined
  )
}
