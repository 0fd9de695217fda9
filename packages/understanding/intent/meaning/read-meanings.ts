import { matchForm, scriptOf, spokenKey } from '@myna/language'
import { beyondWords } from '#intent/meaning/beyond-words.ts'
import { spokenWords } from '#intent/meaning/spoken-words.ts'
import { talkWords } from '#intent/meaning/talk-words.ts'
import { taskWords } from '#intent/meaning/task-words.ts'

/** A meaning found in a row of words: `from` and `to` are indexes of words, `to` not included. */
export type Meaning = { name: string; from: number; to: number }

type Part = { word: string; open: boolean }
type Entry = { parts: Part[]; name: string }
type Table = { exact: Map<string, Entry[]>; open: Map<string, Entry[]>; shortest: number }
type Tables = { written: Table; heard: Table }

let built: Tables | undefined

const partOf = (word: string): Part => ({ word: matchForm(word.replace(/\*$/, '')), open: word.endsWith('*') })
const emptyTable = (): Table => ({ exact: new Map(), open: new Map(), shortest: 9 })

function put(table: Table, parts: Part[], name: string): void {
  const first = parts[0] as Part
  const map = first.open ? table.open : table.exact
  if (first.open) table.shortest = Math.min(table.shortest, first.word.length)
  const entries = map.get(first.word)
  if (entries) entries.push({ parts, name })
  else map.set(first.word, [{ parts, name }])
}

function build(): Tables {
  const tables: Tables = { written: emptyTable(), heard: emptyTable() }
  for (const line of `${taskWords}${talkWords}${beyondWords}${spokenWords}`.split('\n')) {
    const [name, ...columns] = line.split('|').map((it) => it.trim())
    if (!name || columns.length === 0) continue
    for (const phrase of new Set(columns.join(' ').split(/\s+/).filter(Boolean))) {
      const parts = phrase.split('_').map(partOf)
      put(tables.written, parts, name)
      if (!/[\u0900-\u09ff]/.test(phrase)) continue
      const heard = parts.map(({ word, open }) => ({ word: spokenKey(word), open }))
      if (heard.every((it) => it.word.length > (it.open ? 2 : 1))) put(tables.heard, heard, name)
    }
  }
  return tables
}

const fits = (part: Part, word: string | undefined) => word !== undefined && (part.open ? word.startsWith(part.word) : word === part.word)

/**
 * Every meaning of words in match form, in order; one place may have several. With `spoken`, Latin words are also compared by sound with those of Hindi and
 * Bengali: for utterances in Latin letters that are not English.
 */
export function readMeanings(words: readonly string[], spoken: boolean): Meaning[] {
  const { written, heard } = (built ??= build())
  const keys = spoken ? words.map((word) => (scriptOf(word) === 'latin' ? spokenKey(word) : '')) : []
  const found: Meaning[] = []
  for (let from = 0; from < words.length; from++) {
    const names = new Set<string>()
    const take = (entries: readonly Entry[] | undefined, said: readonly string[]) => {
      for (const { parts, name } of entries ?? []) {
        if (names.has(name) || !parts.every((part, at) => fits(part, said[from + at]))) continue
        names.add(name)
        found.push({ name, from, to: from + parts.length })
      }
    }
    const look = (table: Table, said: readonly string[]) => {
      const word = said[from] ?? ''
      take(table.exact.get(word), said)
      for (let length = table.shortest; length <= Math.min(word.length, 16); length++) take(table.open.get(word.slice(0, length)), said)
    }
    look(written, words)
    if (keys[from]) look(heard, keys)
  }
  return found
}
