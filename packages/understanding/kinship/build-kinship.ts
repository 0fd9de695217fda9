import { writeFileSync } from 'node:fs'
import { stem } from '@myna/language'
import { kinshipFile } from '#kinship/kin-of.ts'
import { countCompany } from '#kinship/count-company.ts'
import { dimensions, type Kin, type KinKind, packKinship } from '#kinship/kinship-file.ts'
import { placeWords } from '#kinship/place-words.ts'
import { readSenses, readSynsets, type Sense } from '#kinship/read-wordnet.ts'

/** A meaning counts for a word that is used that way at least so often, of all its uses. */
const leastShare = 0.1
/** Kin further than this say nothing. */
const leastNearness = 0.2
const mostKin = 12
/** So many of the commonest stems are in the table. */
const mostStems = 14_000
/** Words commoner than their kin have many narrower ones; beyond so many they are too wide to stand for any. */
const mostNarrower = 40
const reach: Record<KinKind, number> = { same: 1, derived: 0.95, narrower: 0.7, wider: 0.6 }

const synsets = readSynsets()
const { senses, uses } = readSenses()
const table = new Map<string, Map<string, Kin>>()

/** Words of one piece in Latin letters. */
const isPlain = (lemma: string) => /^[a-z]{3,}$/.test(lemma)
const sensesOf = (id: string): Sense[] => (senses.get(id) ?? []).filter((it) => isPlain(it.lemma))

/** Makes one word kin of another: the nearer, the likelier both are meant that way. */
function relate(from: Sense, to: Sense, kind: KinKind): void {
  const [one, other] = [stem(from.lemma), stem(to.lemma)]
  const nearness = reach[kind] * (from.share * to.share) ** (kind === 'derived' ? 0.25 : 0.5)
  if (one === other || from.share < leastShare || to.share < leastShare / 2 || nearness < leastNearness) return
  const kin = table.get(one) ?? new Map<string, Kin>()
  table.set(one, kin)
  const known = kin.get(other)
  if (!known || known.nearness < nearness) kin.set(other, { stem: other, kind, nearness })
}

for (const { id, pointers, lemmas } of synsets.values()) {
  const own = sensesOf(id)
  for (const from of own) for (const to of own) relate(from, to, 'same')
  const narrower = pointers.filter((it) => it.sign === '~').length
  for (const { sign, to, fromWord, toWord } of pointers) {
    const others = sensesOf(to)
    if (sign === '+' || sign === '<' || sign === '\\') {
      const words = synsets.get(to)?.lemmas ?? []
      for (const from of own.filter((it) => it.lemma === lemmas[fromWord - 1]))
        for (const it of others.filter((each) => each.lemma === words[toWord - 1])) relate(from, it, 'derived')
    } else if (sign === '&' || sign === '$' || sign === '=' || sign === '*' || sign === '>') {
      for (const from of own) for (const it of others) relate({ ...from, share: from.share * 0.7 }, it, 'same')
    } else if (sign === '~' && narrower <= mostNarrower) {
      for (const from of own) for (const it of others) relate(from, it, 'narrower')
    } else if (sign === '@' && (synsets.get(to)?.pointers.filter((it) => it.sign === '~').length ?? 0) <= mostNarrower) {
      for (const from of own) for (const it of others) relate(from, it, 'wider')
    }
  }
}

const usesOf = new Map<string, number>()
for (const [lemma, count] of uses) if (isPlain(lemma)) usesOf.set(stem(lemma), (usesOf.get(stem(lemma)) ?? 0) + count)
/** Kin nobody was ever heard to say are left out, but for words that have no others. */
const kept = new Map(
  [...table].map(([word, kin]) => {
    const all = [...kin.values()].sort((a, b) => b.nearness - a.nearness || (a.stem < b.stem ? -1 : 1))
    const heard = all.filter((it) => (usesOf.get(it.stem) ?? 0) > 0 || (it.kind === 'same' && it.nearness > 0.7))
    return [word, heard.slice(0, mostKin)] as const
  }),
)
const company = countCompany(synsets, mostStems)
const bytes = packKinship({ stems: company.stems, kin: kept, places: placeWords(company, dimensions) })
writeFileSync(kinshipFile, bytes)
process.stdout.write(`${company.stems.length} stems, ${bytes.length} bytes\n`)
