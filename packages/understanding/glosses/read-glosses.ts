import { matchForm, scriptOf, spokenKey, stem, tokensOf } from '@myna/language'
import { careGlosses } from '#glosses/care-glosses.ts'
import { everydayGlosses } from '#glosses/everyday-glosses.ts'
import { matterGlosses } from '#glosses/matter-glosses.ts'
import { natureGlosses } from '#glosses/nature-glosses.ts'
import { thingGlosses } from '#glosses/thing-glosses.ts'
import { tradeGlosses } from '#glosses/trade-glosses.ts'
import { workGlosses } from '#glosses/work-glosses.ts'

/** Words for a word: stems of single ones, English, Hindi and Bengali in their own letters, and stems of phrases apart by spaces. */
export type Gloss = { stems: string[]; phrases: string[] }

type Table = { words: Map<string, Gloss>; spoken: Map<string, Gloss> }

let built: Table | undefined

const partsOf = (entry: string) => tokensOf(entry.replace(/_/g, ' ')).map(({ word }) => word)

function build(): Table {
  const table: Table = { words: new Map(), spoken: new Map() }
  const add = (map: Map<string, Gloss>, key: string, gloss: Gloss) => {
    const known = map.get(key)
    map.set(key, known ? { stems: [...new Set([...known.stems, ...gloss.stems])], phrases: [...new Set([...known.phrases, ...gloss.phrases])] } : gloss)
  }
  for (const line of `${matterGlosses}${thingGlosses}${careGlosses}${tradeGlosses}${workGlosses}${everydayGlosses}${natureGlosses}`
    .split('\n')
    .filter((it) => it.includes('|'))) {
    const [english = '', native = ''] = line.split('|')
    const [head = '', also = ''] = english.split('>').map((it) => it.trim())
    const heads = head.split(/\s+/).map(partsOf)
    const natives = native.trim().split(/\s+/).filter(Boolean).map(partsOf)
    const entries = [...heads, ...also.split(/\s+/).filter(Boolean).map(partsOf), ...natives.filter((it) => scriptOf(it[0] ?? '') !== 'latin')]
    const gloss: Gloss = {
      stems: entries.filter((it) => it.length === 1).map((it) => stem(it[0] ?? '')),
      phrases: entries.filter((it) => it.length > 1).map((it) => it.map(stem).join(' ')),
    }
    for (const entry of heads) add(table.words, entry.map(stem).join(' '), gloss)
    for (const entry of natives) {
      const key = entry.map(stem).join(' ')
      if (scriptOf(entry[0] ?? '') === 'latin') add(table.spoken, entry.map(spokenKey).join(' '), gloss)
      else add(table.words, key, gloss)
    }
  }
  return table
}

/** What a word, or words that follow each other, mean in other words and languages; `spoken` also reads Hindi in Latin letters. */
export function glossOf(words: readonly string[], spoken: boolean): Gloss | undefined {
  built ??= build()
  const forms = words.map(matchForm)
  const latin = forms.every((it) => scriptOf(it) === 'latin')
  return (spoken && latin ? built.spoken.get(forms.map(spokenKey).join(' ')) : undefined) ?? built.words.get(forms.map(stem).join(' '))
}
