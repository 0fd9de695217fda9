import { matchForm } from '@myna/language'
import { beyondWords } from '#intent/meaning/beyond-words.ts'
import { talkWords } from '#intent/meaning/talk-words.ts'
import { taskWords } from '#intent/meaning/task-words.ts'

/** A meaning found in a row of words: `from` and `to` are indexes of words, `to` not included. */
export type Meaning = { name: string; from: number; to: number }

type Part = { word: string; open: boolean }
type Entry = { parts: Part[]; name: string }
type Table = { exact: Map<string, Entry[]>; open: Map<string, Entry[]>; shortest: number }

let built: Table | undefined

const partOf = (word: string): Part => ({ word: matchForm(word.replace(/\*$/, '')), open: word.endsWith('*') })

function build(): Table {
  const table: Table = { exact: new Map(), open: new Map(), shortest: 9 }
  for (const line of `${taskWords}${talkWords}${beyondWords}`.split('\n')) {
    const [name, ...columns] = line.split('|').map((it) => it.trim())
    if (!name || columns.length === 0) continue
    for (const phrase of new Set(columns.join(' ').split(/\s+/).filter(Boolean))) {
      const parts = phrase.split('_').map(partOf)
      const first = parts[0] as Part
      const map = first.open ? table.open : table.exact
      if (first.open) table.shortest = Math.min(table.shortest, first.word.length)
      const entries = map.get(first.word)
      if (entries) entries.push({ parts, name })
      else map.set(first.word, [{ parts, name }])
    }
  }
  return table
}

const fits = (part: Part, word: string | undefined) => word !== undefined && (part.open ? word.startsWith(part.word) : word === part.word)

/** Every meaning of words in match form, in order; one place may have several. */
export function readMeanings(words: readonly string[]): Meaning[] {
  const table = (built ??= build())
  const found: Meaning[] = []
  for (let from = 0; from < words.length; from++) {
    const word = words[from] as string
    const names = new Set<string>()
    const take = (entries: readonly Entry[] | undefined) => {
      for (const { parts, name } of entries ?? []) {
        if (names.has(name) || !parts.every((part, at) => fits(part, words[from + at]))) continue
        names.add(name)
        found.push({ name, from, to: from + parts.length })
      }
    }
    take(table.exact.get(word))
    for (let length = table.shortest; length <= Math.min(word.length, 16); length++) take(table.open.get(word.slice(0, length)))
  }
  return found
}
