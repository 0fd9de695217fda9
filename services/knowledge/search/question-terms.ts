import {
  bengaliFunctionWords,
  conceptOf,
  detectLanguage,
  englishFunctionWords,
  hindiFunctionWords,
  hinglishFunctionWords,
  type LanguageCode,
  matchForm,
  readConcepts,
  rephrase,
  scriptOf,
  shortFormOf,
  stem,
  tokensOf,
} from '@myna/language'
import { glossOf } from '@myna/understanding/glosses'
import { kinOf } from '@myna/understanding/kinship'

/** One thing a question asks about: the word as written, and every stem that stands for it with how well (0 to 1). */
export type QuestionTerm = { word: string; weight: number; stems: Map<string, number>; concepts: string[] }

const small = new Set([...bengaliFunctionWords, ...hindiFunctionWords].map(matchForm))

/** How well a word of nearly the same meaning stands for one that was said. */
const glossed = 0.5
/** Same for a word akin to it, as near as can be. */
const akin = 0.5

/** Question words that call for a label or a shape of value: `where` for an address, `how much` for money. */
const asking: [RegExp, string[]][] = [
  [/\baddress\b|पता|\bpata\b|ঠিকানা/i, ['#address', '~place']],
  [/\b(?:phone|call|number)\b|फोन|फ़ोन|नंबर|ফোন|নম্বর/i, ['~phone']],
  [/\bwhere\b|कहां|कहाँ|\bkahan?\b|\bkidhar\b|কোথায়|কোথায|\bkothay\b/i, ['#address', '~place']],
  [/\bwhen\b|what time|\bkab\b|कब|बजे|\bbaje\b|কখন|কবে|কয়টায়|কটায়/i, ['#hours', '~time']],
  [/how much|cheap|expensive|costl|सस्त|महंग|sast[aie]|mehng|সস্তা|দামি|\bkitn[aei]\b|कितन|কত|\bkoto\b|price|\bcosts?\b/i, ['~money']],
  [/how many|how big|how old|how long|कितन|\bkitn[aei]\b|কত|কয়/i, ['~number']],
]

/** The terms of a question; words that only carry grammar are left out, unless nothing else is left. */
export function questionTerms(question: string, language?: LanguageCode): { terms: QuestionTerm[]; shapes: string[] } {
  const spokenIn = language ?? detectLanguage(question).language
  const words = tokensOf(rephrase(question.slice(0, 4000)))
    .map((token) => token.word)
    .slice(0, 120)
  const spoken = spokenIn === 'hinglish' || spokenIn === 'bn'
  const readings = readConcepts(words, spoken)
  const taken = new Set<number>()
  const terms: QuestionTerm[] = []
  for (const reading of readings) {
    const part = words.slice(reading.from, reading.to)
    if (part.length === 1 && isSmall(part[0] ?? '', spokenIn)) continue
    const stems = new Map<string, number>()
    for (const id of reading.concepts) {
      const concept = conceptOf(id)
      for (const other of concept?.related ?? []) for (const it of conceptOf(other)?.stems ?? []) if (!stems.has(it)) stems.set(it, 0.3)
      for (const it of concept?.stems ?? []) stems.set(it, 0.6)
      for (const it of concept?.spoken ?? []) if (!stems.has(it)) stems.set(it, 0.5)
      for (const phrase of concept?.phrases ?? [])
        if (phrase.split(' ').length === 2)
          for (const it of phrase.split(' ')) if (!stems.has(it) && it.length > (/[a-z]/.test(it) ? 3 : 2)) stems.set(it, 0.25)
      stems.set(`#${id}`, 0.8)
    }
    for (const word of part) stems.set(stem(word), 1)
    for (let at = reading.from; at < reading.to; at++) taken.add(at)
    terms.push({ word: part.join(' '), weight: 1, stems, concepts: reading.concepts })
  }
  words.forEach((word, at) => {
    if (taken.has(at) || isSmall(word, spokenIn)) return
    const spelt = shortFormOf(word)
    terms.push({ word, weight: /\d/.test(word) ? 1.2 : 1.1, stems: new Map([[stem(word), 1], ...(spelt === null ? [] : [[spelt, 1] as const])]), concepts: [] })
  })
  for (const term of terms) {
    const gloss = glossOf(term.word.split(' '), spoken)
    for (const it of gloss?.stems ?? []) if (!term.stems.has(it)) term.stems.set(it, glossed)
    if (spokenIn === 'en' && !term.word.includes(' '))
      for (const { stem: other, nearness } of kinOf(stem(term.word))) if (!term.stems.has(other)) term.stems.set(other, akin * nearness)
    for (const phrase of gloss?.phrases ?? []) for (const it of phrase.split(' ')) if (!term.stems.has(it) && it.length > 3) term.stems.set(it, 0.25)
  }
  if (terms.length === 0) for (const word of words) terms.push({ word, weight: 0.5, stems: new Map([[stem(word), 1]]), concepts: [] })
  return { terms: terms.slice(0, 40), shapes: [...new Set(asking.filter(([pattern]) => pattern.test(question)).flatMap(([, shapes]) => shapes))] }
}

function isSmall(word: string, language: LanguageCode): boolean {
  const script = scriptOf(word)
  if (script === 'latin') return englishFunctionWords.has(word) || (language !== 'en' && hinglishFunctionWords.has(word))
  return small.has(word)
}
