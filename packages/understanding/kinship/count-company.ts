import { englishFunctionWords, stem, tokensOf } from '@myna/language'
import type { Synset } from '#kinship/read-wordnet.ts'

/** Which stems keep each other company, as a symmetric sparse matrix: of row `r` the columns and weights from `starts[r]` to `starts[r + 1]`. */
export type Company = { stems: string[]; starts: Uint32Array; columns: Uint16Array; weights: Float32Array }

/** Words that fewer meanings speak of are left out. */
const leastMeanings = 4
/** What a word of the explanation, or of a meaning pointed to, counts beside the word explained. */
const beside = 0.6
const mostNeighbours = 8
const longestMeaning = 40
/** Common words keep company with all; their share counts for less (Levy, Goldberg & Dagan 2015). */
const smoothing = 0.87
const telling = new Set(['@', '+', '&', '~', '%p', '#p', '$', '>', '*', '^', '=', ';c'])

const stemsIn = (text: string) =>
  tokensOf(text.replace(/_/g, ' '))
    .map((it) => it.word)
    .filter((word) => /^[a-z]{3,}$/.test(word) && !englishFunctionWords.has(word))
    .map(stem)

/** Counts which of the `most` commonest stems stand together in the meanings of WordNet, their explanations and neighbours; weights are positive pointwise mutual information. */
export function countCompany(synsets: ReadonlyMap<string, Synset>, most: number): Company {
  const meanings = [...synsets.values()].filter(({ lemmas }) => !lemmas.every((it) => /^\p{Lu}/u.test(it))).map((it) => meaningOf(it, synsets))
  const spoken = new Map<string, number>()
  for (const meaning of meanings) for (const it of meaning.keys()) spoken.set(it, (spoken.get(it) ?? 0) + 1)
  const stems = [...spoken]
    .filter(([, count]) => count >= leastMeanings)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([it]) => it)
    .sort()
  const places = new Map(stems.map((it, at) => [it, at]))
  const rows = stems.map(() => new Map<number, number>())
  const sums = new Float64Array(stems.length)
  for (const meaning of meanings) {
    const known = [...meaning].flatMap(([it, weight]) => (places.has(it) ? [[places.get(it)!, weight] as const] : [])).slice(0, longestMeaning)
    for (const [one, a] of known)
      for (const [other, b] of known) {
        if (one === other) continue
        rows[one]!.set(other, (rows[one]!.get(other) ?? 0) + a * b)
        sums[one]! += a * b
      }
  }
  const whole = sums.reduce((sum, it) => sum + it ** smoothing, 0)
  const all = sums.reduce((sum, it) => sum + it, 0)
  const share = sums.map((it) => it ** smoothing / whole)
  const starts = new Uint32Array(stems.length + 1)
  const columns: number[] = []
  const weights: number[] = []
  for (const [row, others] of rows.entries()) {
    for (const [column, together] of others) {
      const weight = Math.log(together / all / (share[row]! * share[column]!))
      if (weight <= 0) continue
      columns.push(column)
      weights.push(weight)
    }
    starts[row + 1] = columns.length
  }
  return { stems, starts, columns: Uint16Array.from(columns), weights: Float32Array.from(weights) }
}

/** The stems of a meaning: of its words, of its explanation and of the meanings nearby, each with how much it counts. */
function meaningOf({ lemmas, told, pointers }: Synset, synsets: ReadonlyMap<string, Synset>): Map<string, number> {
  const meaning = new Map(stemsIn(lemmas.join(' ')).map((it) => [it, 1]))
  const near = pointers.filter((it) => telling.has(it.sign)).slice(0, mostNeighbours)
  for (const it of stemsIn([told, ...near.flatMap(({ to }) => synsets.get(to)?.lemmas ?? [])].join(' '))) if (!meaning.has(it)) meaning.set(it, beside)
  return meaning
}
