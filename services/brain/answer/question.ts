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
  scriptOf,
  stem,
  tidyText,
  tokensOf,
} from '@myna/language'
import { sharesIn } from '#answer/evidence.ts'
import { patterns } from '#answer/question-patterns.ts'
import { rephrase } from '#answer/rephrase.ts'
import { isSoftWord } from '#answer/soft-words.ts'

/** What kind of thing would answer a question. */
export type Asks =
  | 'phone'
  | 'fax'
  | 'email'
  | 'whatsapp'
  | 'address'
  | 'hours'
  | 'price'
  | 'percent'
  | 'duration'
  | 'date'
  | 'person'
  | 'number'
  | 'list'
  | 'procedure'
  | 'reason'
  | 'yes_no'
  | 'open'

/** One thing a question is about. `weight` is how much an answer must have to do with it, 0 to 1.6. */
export type Term = {
  word: string
  weight: number
  kind: 'concept' | 'word' | 'name' | 'number'
  stems: Map<string, number>
  phrases: string[]
  concepts: string[]
}

export type Question = {
  text: string
  language: LanguageCode
  /** Words in match form. */
  words: string[]
  terms: Term[]
  asks: Asks
  /** A yes or a no is wanted, perhaps with more. */
  polar: boolean
  /** Concepts its words stand for. */
  concepts: Set<string>
  /** The most or the least of something is wanted. */
  extreme: 'most' | 'least' | null
  /** How big, far, heavy: the number wanted has a unit. */
  sized: boolean
  /** Written in a script none of the languages uses. */
  foreign: boolean
}

/** Understands a question: its language, what it is about and what would answer it. `businessName` is left out of its topic. */
export function readQuestion(raw: string, businessName: string, language?: LanguageCode): Question {
  const text = rephrase(
    tidyText(raw)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 2000)
      .replace(/(\d)\s?(?:"|''|″)/g, '$1 inch'),
  )
  const detected = detectLanguage(text)
  const spokenIn = language ?? detected.language
  const words = tokensOf(text)
    .map((token) => token.word)
    .slice(0, 160)
  const readings = readConcepts(words, spokenIn === 'hinglish' || spokenIn === 'bn')
  const concepts = new Set(readings.flatMap((it) => (it.to - it.from === 1 && isGrammar(words[it.from] ?? '', spokenIn) ? [] : it.concepts)))
  const polar = isPolar(text, spokenIn)
  const asks = kindOf(text, concepts, polar)
  const nameWords = tokensOf(businessName).map((token) => token.word)
  const ownName = new Set(nameWords.map(stem))
  const ownKinds = new Set(readConcepts(nameWords, false).flatMap((it) => it.concepts))
  const capitals = new Set([...text.matchAll(/(?<=[^.?!]\s)["']?(\p{Lu}[\p{L}\p{N}]+)/gu)].map((match) => matchForm(match[1] ?? '')))
  const terms = termsOf(text, words, readings, spokenIn, ownName, ownKinds, capitals)
  if (asks === 'person' && concepts.has('found'))
    for (const term of terms) if (term.concepts.includes('found')) for (const it of conceptOf('founder')?.stems ?? []) term.stems.set(it, 1)
  return {
    text,
    language: spokenIn,
    words,
    terms,
    asks,
    polar,
    concepts,
    sized: patterns.size.test(text) && !/\bhow old\b/i.test(text),
    foreign: detected.other,
    extreme: patterns.most.test(text) ? 'most' : patterns.least.test(text) ? 'least' : null,
  }
}

function isPolar(text: string, language: LanguageCode): boolean {
  const other =
    patterns.who.test(text) ||
    patterns.when.test(text) ||
    patterns.where.test(text) ||
    patterns.howMuch.test(text) ||
    patterns.how.test(text) ||
    patterns.why.test(text)
  if (language === 'en') return patterns.polarStart.test(text) && !/\bor\b.*\?/.test(text)
  if (other || /कौन|\bkaun\b|किस|কোন|কী/.test(text)) return false
  if (patterns.polarStart.test(text)) return true
  if (language === 'hi') return patterns.polarHindi.test(text) && !/क्या (?:है|हैं|होता|होती|करना|करें|चाहिए)/.test(text)
  if (language === 'hinglish')
    return patterns.polarHinglish.test(text) && !/\bkya (?:hai|hain|h|hota|hoti|karna|karu|chahiye|kya)\b(?!.*\bkya\b)/i.test(text.replace(/^kya /i, ''))
  return patterns.polarBengali.test(text)
}

function kindOf(text: string, concepts: ReadonlySet<string>, polar: boolean): Asks {
  const has = (...ids: string[]) => ids.some((id) => concepts.has(id))
  const hoursWords = has('hours') || (has('open', 'close') && !/\b(?:account|open[- ]frame|open (?:source|air|plan))\b/i.test(text))
  const days = has(
    'sunday',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'weekday',
    'weekend',
    'today',
    'tomorrow',
    'now',
    'holiday',
    'night',
    'evening',
    'morning',
  )
  if (polar && /[?.]\s*\b(?:which|what)\b/i.test(text)) return 'list'
  if (polar) return has('open', 'close') && (days || /\d/.test(text)) ? 'hours' : 'yes_no'
  if (patterns.why.test(text)) return 'reason'
  if (has('fax')) return 'fax'
  if (has('email')) return 'email'
  if (has('whatsapp') && /number|no\b|नंबर|নম্বর|नম্বর/i.test(text)) return 'whatsapp'
  if (patterns.duration.test(text) && !hoursWords) return 'duration'
  if (/\bcalled\b/i.test(text)) return 'open'
  if (has('phone') && !has('product')) return 'phone'
  if (has('call') && /\bnumber\b|नंबर|নম্বর/i.test(text)) return 'phone'
  if (hoursWords && (patterns.when.test(text) || has('hours') || /बजे|\bbaje\b|ক'?টা[যয]/i.test(text) || patterns.which.test(text))) return 'hours'
  if (/\b(?:licen[cs]e|registration|gst(?:in)?|pan|account|affiliation|tax|vat|policy|fssai|cin|model|part) (?:number|no)\b/i.test(text)) return 'number'
  if (patterns.percent.test(text)) return 'percent'
  if ((patterns.most.test(text) || patterns.least.test(text)) && has('cheap', 'expensive')) return 'price'
  if (priced.test(text) || (has('deposit', 'penalty') && (patterns.which.test(text) || patterns.howMuch.test(text)))) return 'price'
  if (has('price') || (/\bhow much\b/i.test(text) && !has('weight', 'distance'))) return patterns.procedure.test(text) && !has('price') ? 'procedure' : 'price'
  if (
    /\bhow do (?:i|we|you) (?:reach|contact)\b|contact (?:details|info)/i.test(text) ||
    (has('contact') && (patterns.how.test(text) || patterns.which.test(text)) && concepts.size <= 2)
  )
    return 'phone'
  if (has('address') && !patterns.who.test(text)) return 'address'
  if (patterns.where.test(text)) return 'address'
  if (patterns.when.test(text)) return 'date'
  if (patterns.howMany.test(text) || patterns.size.test(text)) return 'number'
  if (patterns.howMuch.test(text)) return has('money') ? 'price' : has('duration') ? 'duration' : 'number'
  if (patterns.who.test(text)) return 'person'
  if (patterns.procedure.test(text) || patterns.how.test(text)) return 'procedure'
  if (patterns.list.test(text)) return 'list'
  return 'open'
}

/** `कितने का`, `kitne ki`, `কত টাকা`: asks what something costs. */
const priced =
  /कितन[ेी] (?:का|की|के|में|पैसे|रुपये|रुपए)|कितना (?:लगेगा|लगता|पैसा|खर्च)|\bkitn[aei] (?:ka|ki|ke|mein|me|paise|paisa|rupaye|rupay|lagega|lagta|lagenge|kharcha)\b|কত টাকা|কত দাম|কত লাগ|কত পড/i

/** Grammar words of Hindi and Bengali in match form. */
const grammar = new Set([...bengaliFunctionWords, ...hindiFunctionWords].map(matchForm))

function isGrammar(word: string, language: LanguageCode): boolean {
  if (scriptOf(word) !== 'latin') return grammar.has(word)
  return englishFunctionWords.has(word) || (language !== 'en' && hinglishFunctionWords.has(word))
}

function termsOf(
  text: string,
  words: string[],
  readings: ReturnType<typeof readConcepts>,
  language: LanguageCode,
  ownName: ReadonlySet<string>,
  ownKinds: ReadonlySet<string>,
  capitals: ReadonlySet<string>,
): Term[] {
  const terms: Term[] = []
  const taken = new Set<number>()
  for (const reading of readings) {
    const part = words.slice(reading.from, reading.to)
    if (part.length === 1 && isGrammar(part[0] ?? '', language)) continue
    const stems = new Map<string, number>()
    const phrases: string[] = []
    for (const id of reading.concepts) {
      const concept = conceptOf(id)
      for (const other of concept?.related ?? []) for (const it of conceptOf(other)?.stems ?? []) if (!stems.has(it)) stems.set(it, 0.65)
      for (const it of concept?.stems ?? []) stems.set(it, 0.85)
      phrases.push(...(concept?.phrases ?? []))
    }
    if (part.length === 1) stems.set(stem(part[0] ?? ''), 1)
    else {
      phrases.push(part.map(stem).join(' '))
      const [only, ...others] = part.filter((word) => !isGrammar(word, language))
      if (only !== undefined && others.length === 0 && !isSoftWord(only) && !stems.has(stem(only))) stems.set(stem(only), 0.6)
    }
    for (let at = reading.from; at < reading.to; at++) taken.add(at)
    const soft = (part.length === 1 && part.every(isSoftWord)) || reading.concepts.every((id) => isSoftWord(id) || businessKinds.has(id))
    terms.push({
      word: part.join(' '),
      weight:
        soft || reading.concepts.includes('number_of')
          ? 0.35
          : reading.concepts.every((id) => wide.has(id))
            ? 0.5
            : part.every((it) => ownName.has(stem(it))) || (language !== 'en' && reading.concepts.some((id) => ownKinds.has(id)))
              ? 0.2
              : 1,
      kind: 'concept',
      stems,
      phrases,
      concepts: reading.concepts,
    })
  }
  const shares = sharesIn(text)
  const verbs = new Set([...text.matchAll(verbPlaces)].map((match) => matchForm(match[1] ?? '')))
  words.forEach((word, at) => {
    if (taken.has(at) || isGrammar(word, language) || (word.length < 2 && !/\d/.test(word))) return
    const number = /\d/.test(word)
    const own = ownName.has(stem(word))
    const name = !own && capitals.has(word) && !isSoftWord(word)
    const act = !number && !name && verbs.has(word) && language === 'en'
    const weight = own ? 0.15 : number ? 1.3 : act && !isSoftWord(word) ? 0.6 : isSoftWord(word) ? 0.3 : name ? 1.5 : language === 'hinglish' ? 1 : 1.2
    const stems = new Map([[shares.has(word) ? `${word}%` : stem(word), 1]])
    terms.push({ word, weight, kind: number ? 'number' : name ? 'name' : 'word', stems, phrases: [], concepts: [] })
  })
  const need = needs.test(words.join(' ')) ? { word: 'need', weight: 0.7 } : duties.test(text) ? { word: 'must', weight: 0.4 } : null
  if (need) {
    const concept = conceptOf('require')
    const stems = new Map(concept?.stems.map((it) => [it, 0.9]))
    terms.push({ ...need, kind: 'concept', stems, phrases: concept?.phrases ?? [], concepts: ['require'] })
  }
  const kept = terms.filter((term) => !countWords.test(term.word)).slice(0, 40)
  if (kept.every((term) => term.weight < 0.5)) for (const term of kept) if (!ownName.has(stem(term.word))) term.weight = Math.min(0.85, term.weight * 2.4)
  return kept
}

/** Where an English question has its verb: `do you …`, `can I …`, `who …s`. What is done is said in many ways, so less hangs on it. */
const verbPlaces =
  /\b(?:(?:do|does|did|can|could|will|would|should|may|must|to) (?:i |you |we |they |he |she |it |the \w+ |my \w+ |your \w+ )?|who )(\p{L}+)/giu
/** Words for the business itself: "the school's principal" asks for the principal. */
const businessKinds = new Set([
  'shop',
  'hospital',
  'restaurant',
  'hotel',
  'school',
  'salon',
  'company',
  'gym',
  'bakery',
  'dental',
  'office',
  'clinic',
  'cafe',
  'college',
  'academy',
])
/** Words so wide that an answer about a narrower thing need not repeat them. */
const wide = new Set(['food', 'product', 'service', 'package', 'include'])
const duties = /\bmust\b|\bhave to\b|(?:ना|नी) (?:होत|पड़|पड)|\bn[ai] (?:hot|pad)|তে হবে|তে হয়|তে হয/i
const needs = /\b(?:what|which)(?: \w+){0,2} (?:do|should|must|will) (?:i|we) (?:need|bring|have to|carry|submit|provide)\b|\bwhat is (?:needed|required)\b/i

/** `Name two brands`: how many are wanted says nothing of what they are; nor does the half of the day. */
const countWords = /^(?:[ap]m|two|three|four|five|some|few|दो|तीन|do|teen|দুটি|দুইটি|তিনটি)$/i
