import { letterLikeness, scriptOf, soundLikeness, soundSkeletons, stem } from '@myna/language'
import { type Evidence, type WordSet, wordSetOf } from '#answer/evidence.ts'
import type { Question, Term } from '#answer/question.ts'

/** What a match counts by where the words stand. */
const places = { own: 1, title: 0.9, around: 0.45 }

/** How well each term of a question is met by a piece of evidence. */
export type Coverage = {
  /** Weighted share of the terms that are met, 0 to 1. */
  share: number
  /** Same, by the words of the evidence itself alone. */
  ownShare: number
  /** Terms not met though the question is about them. */
  missing: Term[]
  /** Terms met only by what stands beside the evidence. */
  beside: Term[]
  met: Map<Term, number>
}

/** Gives names and other words that neither the lexicon nor any evidence holds the words of the evidence that look or sound alike: misspelt, misheard, or from another script. */
export function bridgeTerms(question: Question, evidence: readonly Evidence[]): void {
  const words = new Set(evidence.flatMap((piece) => [...piece.own.words, ...piece.title.words]).filter((word) => word.length >= 3))
  const known = new Set([...words].map(stem))
  const strange = question.terms.filter(
    (term) =>
      term.kind !== 'number' &&
      !term.word.includes(' ') &&
      term.word.length >= (term.kind === 'concept' ? 4 : 2) &&
      ![...term.stems.keys()].some((it) => known.has(it)),
  )
  if (strange.length === 0) return
  for (const term of strange) if (/^[a-z]{2,5}$/.test(term.word)) spellOut(term, evidence)
  const bySound = new Map<string, string[]>()
  for (const word of words) for (const skeleton of soundSkeletons(word)) bySound.set(skeleton, [...(bySound.get(skeleton) ?? []), word])
  for (const term of strange) {
    const foreign = scriptOf(term.word) !== 'latin'
    const alike = (word: string, degree: number) => term.stems.set(stem(word), Math.max(term.stems.get(stem(word)) ?? 0, degree))
    if (!foreign && term.word.length >= 4) {
      for (const word of words) {
        const looks = word[0] === term.word[0] ? letterLikeness(term.word, word) : 0
        if (looks >= (term.kind === 'concept' ? 0.82 : 0.72)) alike(word, 0.9 * looks)
      }
    }
    for (const skeleton of new Set([...soundSkeletons(term.word), ...(foreign ? soundSkeletons(stem(term.word)) : [])])) {
      if (term.kind === 'concept' && skeleton.length < 3) continue
      const least = leastLikeness[Math.min(4, skeleton.length)] ?? 1
      for (const word of bySound.get(skeleton) ?? []) {
        if (!foreign && scriptOf(word) === 'latin' && !beginAlike(term.word, word)) continue
        const likeness = Math.max(soundLikeness(stem(term.word), word), soundLikeness(stem(term.word), stem(word)))
        const across = scriptOf(word) !== scriptOf(term.word)
        if (likeness >= ((foreign || across) && term.kind !== 'concept' ? least : Math.min(0.9, least + 0.25))) alike(word, 0.6 + 0.3 * likeness)
      }
    }
  }
}

/** Gives a short form the words it stands for: `CTO` the `Chief Technology Officer` of the page. */
function spellOut(term: Term, evidence: readonly Evidence[]): void {
  for (const { own } of evidence)
    for (let at = 0; at + term.word.length <= own.words.length; at++) {
      const part = own.words.slice(at, at + term.word.length)
      if (part.every((word, place) => word[0] === term.word[place] && word.length > 2)) term.phrases.push(part.map(stem).join(' '))
    }
}

/** Whether two Latin words could begin with the same sound: `ebooks` is no misspelling of `books`. */
const beginAlike = (a: string, b: string) => a[0] === b[0] || firstSounds.some((letters) => letters.includes(a[0] ?? '') && letters.includes(b[0] ?? ''))
const firstSounds = ['ckq', 'fp', 'sc', 'jgz', 'vw', 'ie', 'uo']

/** How alike words of the same skeleton must sound to be taken for one, by the number of consonants: the more there are, the more they prove. */
const leastLikeness = [1, 1, 0.65, 0.5, 0.28]

/** Whether a number stands before its word: `4 BHK`, not `3 BHK … 4 lakh`. */
const isPaired = (term: Term, set: WordSet) => [term.word, ...term.phrases].some((it) => set.line.includes(` ${it} ${term.pair} `))

/** What a phrase counts whose words are all there, but not as it stands. */
const partly = 0.75

function meets(term: Term, set: WordSet): number {
  let best = 0
  if (term.pair !== undefined && set.stems.has(term.pair) && !isPaired(term, set)) return 0
  if (set.stems.size < term.stems.size) {
    for (const form of set.stems) best = Math.max(best, term.stems.get(form) ?? 0)
  } else for (const [form, degree] of term.stems) if (degree > best && set.stems.has(form)) best = degree
  if (best === 0 && term.kind === 'number' && !term.exact && set.ranges.length > 0) {
    const asked = Number(term.word)
    if (set.ranges.some(([from, to]) => asked >= from && asked <= to)) return 0.95
  }
  if (best < 0.85) for (const phrase of framedPhrases(term)) if (set.line.includes(phrase)) return 0.9
  if (best < partly && term.parts?.every((part) => holdsOne(part, set))) return partly
  return best
}

function holdsOne(part: ReadonlyMap<string, number>, { stems }: WordSet): boolean {
  for (const form of part.keys()) if (stems.has(form)) return true
  return false
}

const framed = new WeakMap<Term, string[]>()

/** The phrases of a term as they stand in a line, between spaces. */
function framedPhrases(term: Term): string[] {
  const known = framed.get(term)
  if (known?.length === term.phrases.length) return known
  const made = term.phrases.map((it) => ` ${it} `)
  framed.set(term, made)
  return made
}

/** Whether the words of a phrase stand some in the evidence and some in its title: `Opened with ₹1,000` under `Savings account`. */
const isParted = (parts: NonNullable<Term['parts']>, { own, title }: Pick<Evidence, 'own' | 'title'>) =>
  parts.length > 1 && parts.every((part) => holdsOne(part, own) || holdsOne(part, title))

/** Measures how much of a question a piece of evidence speaks of; `frame` are terms the kind of answer itself meets. */
export function coverageOf(terms: readonly Term[], piece: Pick<Evidence, 'own' | 'title' | 'around'>, frame: ReadonlySet<Term>): Coverage {
  let all = 0
  let met = 0
  let own = 0
  const missing: Term[] = []
  const besides: Term[] = []
  const degrees = new Map<Term, number>()
  const within = terms.map((term) => [meets(term, piece.own), meets(term, piece.title)] as const)
  // What stands beside a piece that itself speaks of nothing asked cannot make it an answer.
  const silent = !terms.some((term, at) => !frame.has(term) && (within[at]![0] >= 0.6 || within[at]![1] >= 0.6))
  for (const [at, term] of terms.entries()) {
    const weight = frame.has(term) ? term.weight * 0.2 : term.weight
    const [inside, titled] = within[at]!
    const apart = inside < partly && titled < partly && term.parts !== undefined && isParted(term.parts, piece) ? partly : 0
    const near = Math.max(apart * places.title, inside * places.own, titled * places.title, frame.has(term) ? 0.9 : 0)
    const degree = near >= places.around || silent ? near : Math.max(near, meets(term, piece.around) * places.around)
    all += weight
    met += weight * degree
    own += weight * Math.max(inside, frame.has(term) ? 0.9 : 0)
    degrees.set(term, degree)
    if (frame.has(term) || term.weight < 0.9) continue
    if (degree < (term.strict && term.kind === 'concept' && term.firm ? 0.7 : 0.4)) missing.push(term)
    else if (Math.max(apart, inside * places.own, titled * places.title) < 0.4) besides.push(term)
  }
  return { share: all === 0 ? 0 : met / all, ownShare: all === 0 ? 0 : own / all, missing, beside: besides, met: degrees }
}

/** Whether a text speaks of a term. */
export function meetsText(term: Term, text: string): boolean {
  return meets(term, wordSetOf(text)) >= 0.6
}
