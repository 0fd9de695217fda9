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
  met: Map<Term, number>
}

/** Gives terms that no evidence holds the words in it that look or sound alike: misspelt, misheard, or from another script. */
export function bridgeTerms(question: Question, evidence: readonly Evidence[]): void {
  const vocabulary = new Map<string, string>()
  for (const piece of evidence) for (const set of [piece.own, piece.title]) for (const word of set.words) if (!vocabulary.has(word)) vocabulary.set(word, stem(word))
  const known = new Set(vocabulary.values())
  const sounds = new Map<string, string[]>()
  const bySound = () => {
    if (sounds.size === 0) for (const word of vocabulary.keys()) if (word.length >= 3) for (const skeleton of soundSkeletons(word)) sounds.set(skeleton, [...(sounds.get(skeleton) ?? []), word])
    return sounds
  }
  for (const term of question.terms) {
    if (term.kind === 'number' || [...term.stems.keys()].some((it) => known.has(it)) || term.word.length < 3) continue
    if (term.phrases.some((phrase) => evidence.some((piece) => piece.own.line.includes(` ${phrase} `) || piece.title.line.includes(` ${phrase} `)))) continue
    const foreign = scriptOf(term.word) !== 'latin'
    for (const part of term.word.split(' ')) {
      for (const [word, key] of vocabulary) {
        const looks = foreign || part.length < 4 || word.length < 3 || word[0] !== part[0] ? 0 : letterLikeness(part, word)
        if (looks >= 0.72) term.stems.set(key, Math.max(term.stems.get(key) ?? 0, 0.9 * looks))
      }
      for (const skeleton of soundSkeletons(part)) {
        if (skeleton.length < 2) continue
        for (const word of bySound().get(skeleton) ?? []) {
          const likeness = soundLikeness(stem(part), word)
          const least = skeleton.length >= 4 ? 0.3 : skeleton.length === 3 ? 0.38 : 0.62
          const key = stem(word)
          if (likeness >= (foreign ? least : least + 0.25)) term.stems.set(key, Math.max(term.stems.get(key) ?? 0, 0.6 + 0.3 * likeness))
        }
      }
    }
  }
}

function meets(term: Term, set: WordSet): number {
  let best = 0
  for (const [form, degree] of term.stems) if (degree > best && set.stems.has(form)) best = degree
  if (best === 0 && term.kind === 'number' && set.ranges.length > 0) {
    const asked = Number(term.word)
    if (set.ranges.some(([from, to]) => asked >= from && asked <= to)) return 0.95
  }
  if (best < 0.85) for (const phrase of term.phrases) if (set.line.includes(` ${phrase} `)) return 0.9
  return best
}

/** Measures how much of a question a piece of evidence speaks of; `frame` are terms the kind of answer itself meets. */
export function coverageOf(terms: readonly Term[], piece: Pick<Evidence, 'own' | 'title' | 'around'>, frame: ReadonlySet<Term>): Coverage {
  let all = 0
  let met = 0
  let own = 0
  const missing: Term[] = []
  const degrees = new Map<Term, number>()
  for (const term of terms) {
    const weight = frame.has(term) ? term.weight * 0.2 : term.weight
    const inside = meets(term, piece.own)
    const titled = meets(term, piece.title)
    const beside = meets(term, piece.around)
    const degree = Math.max(inside * places.own, titled * places.title, beside * places.around, frame.has(term) ? 0.9 : 0)
    all += weight
    met += weight * degree
    own += weight * Math.max(inside, frame.has(term) ? 0.9 : 0)
    degrees.set(term, degree)
    if (degree < 0.4 && !frame.has(term) && term.weight >= 0.9) missing.push(term)
  }
  return { share: all === 0 ? 0 : met / all, ownShare: all === 0 ? 0 : own / all, missing, met: degrees }
}

/** Whether a text speaks of a term. */
export function meetsText(term: Term, text: string): boolean {
  return meets(term, wordSetOf(text)) >= 0.6
}
