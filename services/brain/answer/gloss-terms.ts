import type { LanguageCode } from '@myna/language'
import { glossOf } from '@myna/understanding/glosses'
import type { Term } from '#answer/question-terms.ts'

/** How well a word of nearly the same meaning stands for one that was said: one of another language better than one of the same. */
const degrees = { translated: 0.8, alike: 0.7, beside: 0.6 }

/** Gives the terms of a question the English words that mean the same or nearly so: `curfew` is when the gate closes, `मालकिन` an owner. */
export function addGlosses(terms: readonly Term[], language: LanguageCode): void {
  for (const term of terms) {
    if (term.kind === 'number' || (term.kind === 'name' && language === 'en')) continue
    const gloss = glossOf(term.word.split(' '), language === 'hinglish' || language === 'bn')
    if (!gloss) continue
    const degree = term.concepts.length > 0 ? degrees.beside : language === 'en' ? degrees.alike : degrees.translated
    for (const it of gloss.stems) if (!term.stems.has(it)) term.stems.set(it, degree)
    term.phrases.push(...gloss.phrases.filter((it) => !term.phrases.includes(it)))
    if (term.kind === 'word') term.kind = 'concept'
  }
}
