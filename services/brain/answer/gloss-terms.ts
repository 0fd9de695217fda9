import { type LanguageCode, stem } from '@myna/language'
import { glossOf } from '@myna/understanding/glosses'
import type { Term } from '#answer/question-terms.ts'

/** How well a word of nearly the same meaning stands for one that was said: one of another language better than one of the same. */
const degrees = { translated: 0.8, alike: 0.7, beside: 0.6 }

/** Gives the terms of a question the English words that mean the same or nearly so: `curfew` is when the gate closes, `मालकिन` an owner. */
export function addGlosses(terms: readonly Term[], words: readonly string[], language: LanguageCode): void {
  const spoken = language === 'hinglish' || language === 'bn'
  addPhrases(terms, words, spoken)
  for (const term of terms) {
    if (term.kind === 'number' || (term.kind === 'name' && language === 'en')) continue
    const gloss = glossOf(term.word.split(' '), spoken)
    if (!gloss) continue
    const degree = term.concepts.length > 0 ? degrees.beside : language === 'en' ? degrees.alike : degrees.translated
    for (const it of gloss.stems) if (!term.stems.has(it)) term.stems.set(it, degree)
    term.phrases.push(...gloss.phrases.filter((it) => !term.phrases.includes(it)))
    if (term.kind === 'word') term.kind = 'concept'
  }
}

/** Words that follow each other may mean one thing together (`khoon ki jaanch`): its words are those of the weightiest term, and the others need not be met. */
function addPhrases(terms: readonly Term[], words: readonly string[], spoken: boolean): void {
  for (let at = 0; at + 1 < words.length; at++)
    for (const length of [3, 2]) {
      const part = words.slice(at, at + length)
      const gloss = part.length === length ? glossOf(part, spoken) : undefined
      if (!gloss) continue
      const [lead, ...others] = terms.filter((term) => term.kind !== 'number' && part.includes(term.word)).sort((a, b) => b.weight - a.weight)
      if (!lead) continue
      for (const it of gloss.stems) if (!lead.stems.has(it)) lead.stems.set(it, degrees.translated)
      lead.phrases.push(...gloss.phrases.filter((it) => !lead.phrases.includes(it)))
      for (const other of others) other.weight = Math.min(other.weight, 0.35)
      break
    }
}

/** Stems that mean a thing only in some company: a `check` that pays is spoken of with paying. */
const inCompany: Record<string, { stem: string; phrases: string[] }> = {
  cheque: {
    stem: stem('check'),
    phrases: [
      'by check',
      'or check',
      'check or',
      'and check',
      'cash check',
      'card check',
      'check cash',
      'take check',
      'accept check',
      'pay check',
      'personal check',
      'check paid',
      'check for',
      'no check',
    ],
  },
}

/** Takes from terms what their words mean by themselves where only company tells that they are meant. */
export function holdAmbiguous(terms: readonly Term[]): void {
  for (const term of terms)
    for (const id of term.concepts) {
      const held = Object.hasOwn(inCompany, id) ? inCompany[id] : undefined
      if (!held || stem(term.word) === held.stem) continue
      term.stems.delete(held.stem)
      term.phrases.push(...held.phrases.map((phrase) => phrase.split(' ').map(stem).join(' ')))
    }
}
