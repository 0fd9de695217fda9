import { matchForm, stem } from '@myna/language'
import type { Term } from '#answer/question-terms.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** What is said of other countries without naming them. */
const abroad = ['abroad', 'overseas', 'international', 'internationally', 'foreign', 'worldwide', 'विदेश', 'বিদেশ', 'বিদেশে'].map(stem)
const degree = 0.8

let names: Set<string> | undefined

/** The names of all countries but India in English, Hindi and Bengali, as matched words. */
function foreignNames(): Set<string> {
  if (names) return names
  names = new Set(['uk', 'usa', 'us', 'uae', 'dubai', 'england', 'america', 'अमेरिका', 'লন্ডন'].map(matchForm))
  for (const language of ['en', 'hi', 'bn']) {
    const naming = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const first of letters)
      for (const second of letters) {
        const name = first + second === 'IN' || first + second === 'IO' ? undefined : naming.of(first + second)
        if (name !== undefined && !/\s/.test(name)) names.add(matchForm(name))
      }
  }
  return names
}

/** Gives other countries of a question the words that speak of them all: who does not send abroad does not send to Canada. */
export function addAbroad(terms: readonly Term[]): void {
  const foreign = foreignNames()
  for (const term of terms)
    if (term.kind !== 'number' && (foreign.has(term.word) || foreign.has(matchForm(term.word))))
      for (const it of abroad) if (!term.stems.has(it)) term.stems.set(it, degree)
}
