import {
  bengaliFunctionWords,
  conceptOf,
  englishFunctionWords,
  hindiFunctionWords,
  hinglishFunctionWords,
  type LanguageCode,
  matchForm,
  readConcepts,
  scriptOf,
  shortFormOf,
  soundLikeness,
  soundSkeletons,
  stem,
} from '@myna/language'
import { sharesIn } from '#answer/evidence.ts'
import { allIndia } from '#answer/implied.ts'
import { isSoftWord } from '#answer/soft-words.ts'

/** One thing a question is about. `weight` is how much an answer must have to do with it, 0 to 1.6. */
export type Term = {
  word: string
  weight: number
  kind: 'concept' | 'word' | 'name' | 'number'
  stems: Map<string, number>
  phrases: string[]
  concepts: string[]
  /** Of a phrase: what each of its words stands for, for evidence that says it in other words. */
  parts?: Map<string, number>[]
  /** Of a number: the word after it, which must follow it in the evidence too, if that has it at all. */
  pair?: string
  /** Of a number: part of a name such as `VS-62`, which no range meets. */
  exact?: true
  /** It is the very thing asked for: an answer that does not speak of it is none. */
  strict?: boolean
  /** Whether there is such a thing at all is asked: what is only related to it does not do. */
  firm?: boolean
}
/** Grammar words of Hindi and Bengali in match form. */
const grammar = new Set([...bengaliFunctionWords, ...hindiFunctionWords].map(matchForm))
/** English ones, those with an apostrophe also without it, as people type them. */
const englishGrammar = new Set([...englishFunctionWords].flatMap((it) => [it, matchForm(it), it.replace(/'/g, '')]))

/** Whether a word only carries grammar. */
export function isGrammar(word: string, language: LanguageCode): boolean {
  if (scriptOf(word) !== 'latin') return grammar.has(word)
  return englishGrammar.has(word) || (language !== 'en' && hinglishFunctionWords.has(word))
}

/** What a question is about, term by term. */
export function termsOf(
  text: string,
  words: string[],
  readings: ReturnType<typeof readConcepts>,
  language: LanguageCode,
  ownName: ReadonlySet<string>,
  ownKinds: ReadonlySet<string>,
  capitals: ReadonlySet<string>,
  polar: boolean,
): Term[] {
  const terms: Term[] = []
  const taken = new Set<number>()
  const sent = arriving.test(text) || readings.some((it) => it.concepts.some((id) => reaching.has(id)))
  const verbs = new Set([...text.matchAll(verbPlaces)].map((match) => matchForm(match[1] ?? '')))
  for (const reading of readings) {
    const part = words.slice(reading.from, reading.to)
    if (part.length === 1 && isGrammar(part[0] ?? '', language)) continue
    const stems = new Map<string, number>()
    const phrases: string[] = []
    let parts: Term['parts']
    for (const id of reading.concepts) {
      const concept = conceptOf(id)
      for (const other of concept?.related ?? []) for (const it of conceptOf(other)?.stems ?? []) if (!stems.has(it)) stems.set(it, 0.65)
      for (const it of concept?.stems ?? []) stems.set(it, 0.85)
      for (const it of concept?.spoken ?? []) if (!stems.has(it)) stems.set(it, 0.8)
      phrases.push(...(concept?.phrases ?? []))
    }
    for (const id of reading.concepts) for (const it of dayKinds.get(id) ?? []) stems.set(it, 0.8)
    if (sent && reading.concepts.some((id) => conceptOf(id)?.place && !abroad.has(id))) stems.set(allIndia, 0.8)
    if (part.length === 1) stems.set(stem(part[0] ?? ''), 1)
    else {
      phrases.push(part.map(stem).join(' '))
      parts = partsOf(part, language)
      const [only, ...others] = part.filter((word) => !isGrammar(word, language))
      if (only !== undefined && others.length === 0 && !isSoftWord(only) && !stems.has(stem(only)))
        stems.set(stem(only), scriptOf(only) === 'latin' ? 0.35 : 0.65)
    }
    for (let at = reading.from; at < reading.to; at++) taken.add(at)
    const consumed = reading.concepts.includes('drink') && verbs.has(part[0] ?? '')
    const soft =
      consumed ||
      (part.length === 1 && part.every(isSoftWord)) ||
      reading.concepts.every(
        (id) =>
          isSoftWord(id) ||
          businessKinds.has(id) ||
          (id === 'dental' && /\b(?:the|your) dentist\b/i.test(text)) ||
          (acts.has(id) && (!polar || id === 'problem')),
      )
    const titled =
      soft && part.length === 1 && capitals.has(part[0] ?? '') && !ownName.has(stem(part[0] ?? '')) && reading.concepts.every((id) => titles.has(id))
    if (titled) {
      terms.push({ word: part[0] ?? '', weight: 1.2, kind: 'name', stems: new Map([[stem(part[0] ?? ''), 1]]), phrases: [], concepts: [] })
      continue
    }
    const own = part.every((it) => ownName.has(stem(it))) || reading.concepts.some((id) => ownKinds.has(id))
    terms.push({
      word: part.join(' '),
      weight:
        soft || reading.concepts.includes('number_of')
          ? 0.35
          : reading.concepts.every(isSlight)
            ? 0.5
            : own
              ? 0.2
              : language !== 'en' && part.length === 1 && reading.concepts.some(isSlight)
                ? 0.6
                : 1,
      kind: reading.concepts.some((id) => conceptOf(id)?.place) ? 'name' : 'concept',
      stems,
      phrases,
      concepts: reading.concepts,
      ...(parts ? { parts } : {}),
    })
  }
  const shares = sharesIn(text)
  words.forEach((word, at) => {
    if (taken.has(at) || isGrammar(word, language) || (word.length < 2 && !/\d/.test(word))) return
    const number = /\d/.test(word)
    const own = ownName.has(stem(word)) || soundsOwn(word, ownName)
    const name = !own && capitals.has(word) && !isSoftWord(word)
    const act = !number && !name && (language === 'en' ? verbs.has(word) : isVerbal(word, words[at + 1]))
    const weight = own ? 0.15 : number ? 1.3 : act && !isSoftWord(word) ? 0.6 : isSoftWord(word) ? 0.3 : name ? 1.5 : language === 'hinglish' ? 1 : 1.2
    const stems = new Map([[shares.has(word) ? `${word}%` : stem(word), 1]])
    const spelt = shortFormOf(word)
    if (spelt !== null) stems.set(spelt, 1)
    const digit = Object.hasOwn(numerals, word) ? numerals[word] : undefined
    if (digit !== undefined) {
      if (!/^(?:name|list|tell)\b/i.test(text))
        terms.push({
          word: digit,
          weight: 0.5,
          kind: 'number',
          stems: new Map([[digit, 1]]),
          phrases: [stem(word)],
          concepts: [],
          pair: stem(words[at + 1] ?? ''),
        })
      return
    }
    const next = words[at + 1]
    const pair =
      number && next !== undefined && word.length <= 2 && !unitWords.test(next) && new RegExp(`(?:^|\\s)${word}\\s\\p{Lu}`, 'u').test(text)
        ? { pair: stem(next) }
        : {}
    terms.push({
      word,
      weight,
      kind: number ? 'number' : name ? 'name' : 'word',
      stems,
      phrases: [],
      concepts: [],
      ...pair,
      ...(number && !standsAlone(word, text) ? { exact: true as const } : {}),
    })
  })
  const need = needs.test(words.join(' ')) ? { word: 'need', weight: 0.7 } : duties.test(text) ? { word: 'must', weight: 0.4 } : null
  if (need) {
    const concept = conceptOf('require')
    const stems = new Map([...(concept?.stems ?? []), ...(need.word === 'need' ? (conceptOf('document')?.stems ?? []) : [])].map((it) => [it, 0.9]))
    if (need.word === 'need') stems.delete('must')
    terms.push({ ...need, kind: 'concept', stems, phrases: [...(concept?.phrases ?? [])], concepts: ['require'] })
  }
  for (const [compound, first = '', second = ''] of language === 'en' ? text.matchAll(/\b([a-z]{3,})-([a-z]{3,})\b/gi) : []) {
    const at = words.indexOf(matchForm(first))
    const read = readings.some((it) => it.from <= at && it.to > at + 1)
    if (at < 0 || words[at + 1] !== matchForm(second) || read || second.toLowerCase() === 'free') continue
    const squeezed = stem(matchForm(`${first}${second}`))
    terms.push({
      word: compound.toLowerCase(),
      weight: 1,
      kind: 'word',
      stems: new Map([[squeezed, 1]]),
      phrases: [`${stem(matchForm(first))} ${stem(matchForm(second))}`],
      concepts: [],
    })
  }
  if (terms.some((term) => term.concepts.some((id) => moneyMatters.has(id))))
    for (const term of terms) if (term.concepts.includes('price')) term.weight = Math.min(term.weight, 0.5)
  if (terms.some((term) => !term.concepts.includes('pay') && term.concepts.some((id) => id === 'price' || id === 'extra')))
    for (const term of terms) if (term.concepts.length > 0 && term.concepts.every((id) => id === 'pay')) term.weight = Math.min(term.weight, 0.5)
  if (terms.some((term) => term.weight >= 1 && !term.concepts.some((id) => vessels.has(id))))
    for (const term of terms) if (term.concepts.length > 0 && term.concepts.every((id) => vessels.has(id))) term.weight = Math.min(term.weight, 0.6)
  if (ofMine.test(text)) for (const term of terms) if (term.concepts.length > 0 && term.concepts.every((id) => kin.has(id))) term.weight = 0.4
  if (terms.some((term) => term.weight >= 1 && !/^(?:start|begin)s?$/.test(term.word)))
    for (const term of terms) if (/^(?:start|begin)s?$/.test(term.word)) term.weight = 0.5
  const kept = terms.filter((term) => !countWords.test(term.word)).slice(0, 40)
  if (kept.every((term) => term.weight < 0.5 || term.word === 'need' || term.word === 'must'))
    for (const term of kept) if (!ownName.has(stem(term.word))) term.weight = Math.min(0.85, term.weight * 2.4)
  return kept
}

/** Whether a word of an Indian script is one of the business's own name, written in Latin letters. */
function soundsOwn(word: string, ownName: ReadonlySet<string>): boolean {
  if (scriptOf(word) === 'latin' || scriptOf(word) === 'number') return false
  const skeletons = soundSkeletons(word).filter((it) => it.length >= 2)
  return [...ownName].some((it) => it.length >= 4 && soundSkeletons(it).some((each) => skeletons.includes(each)) && soundLikeness(stem(word), it) >= 0.6)
}

/** What each weighty word of a phrase stands for by itself; nothing for English idioms of one weighty word (`walk in`). */
function partsOf(words: readonly string[], language: LanguageCode): Term['parts'] {
  const weighty = words.filter((word) => !isGrammar(word, language))
  if (weighty.length === 0 || (weighty.length === 1 && language === 'en')) return undefined
  return weighty.map((word) => {
    const stems = new Map([[stem(word), 1]])
    for (const { concepts } of readConcepts([word], language === 'hinglish' || language === 'bn'))
      for (const id of concepts.length > 4 ? [] : concepts) for (const it of conceptOf(id)?.stems ?? []) stems.set(it, 0.85)
    return stems
  })
}

const auxiliary =
  /^(?:है|हैं|हो|था|थी|थे|होगा|होगी|होता|होती|सकते|सकता|सकती|पड़ता|पडता|पड़ेगा|पडेगा|पड़ती|चाहिए|hai|hain|ho|tha|thi|the|hoga|hogi|hota|hoti|sakte|sakta|sakti|padta|padega|padti|chahiye|karna|karni)$/i
const verbalBengali = /(?:বেন?|ছেন|[^ক]লে|লেন|তেন|বো|ানো|েছে|িযে|লাম)$/u

/** Whether a word outside the lexicon is a verb of Hindi or Bengali by its ending and what follows it. */
const isVerbal = (word: string, next: string | undefined) =>
  verbalBengali.test(word) ||
  (/(?:ने|[^n]ne)$/u.test(word) && /^(?:के|ke)$/.test(next ?? '')) ||
  (/(?:[नतए][ाेी]|ेगा|ेगी|ेंगे|n[aei]|t[aei]|eg[ai]|enge)$/u.test(word) && next !== undefined && auxiliary.test(next))

/** Where an English question has its verb: `do you …`, `can I …`, `who …s`. What is done is said in many ways, so less hangs on it. */
const verbPlaces =
  /\b(?:(?:do|does|did|can|could|will|would|should|may|must) (?:i |you |we |they |he |she |it |the \w+ |my \w+ |your \w+ )|to |who )(\p{L}+)/giu
/** Words for the business itself: "the school's principal" asks for the principal. */
const businessKinds = new Set([
  'centre',
  'shop',
  'hospital',
  'restaurant',
  'hotel',
  'school',
  'salon',
  'company',
  'gym',
  'bakery',
  'office',
  'clinic',
  'cafe',
  'college',
  'academy',
])
/** Says little of what a question is about: an act, a quality, something wide. */
const isSlight = (id: string) => isSoftWord(id) || businessKinds.has(id) || wide.has(id) || conceptOf(id)?.light === true
/** What kind of day a day is: prices and hours are told of weekdays and weekends. */
const dayKinds = new Map(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((id, at) => [id, [stem(at < 5 ? 'weekday' : 'weekend')]] as const),
)
/** What a business does in places where it has no house: it need not name them one by one. */
const reaching = new Set(['delivery', 'ship', 'courier', 'area', 'transport', 'moving', 'install', 'visit', 'home_collection', 'pickup', 'trip'])
/** Asks of things that come to a place, without a word for sending them. */
const arriving = /\b(?:get|reach|arrive|come) (?:to|in|at) \p{Lu}|\breach \p{Lu}|पहुँच|पहुंच|\bpa?hu?nch|পৌঁছ/u
/** Places of the lexicon that are not in India. */
const abroad = new Set(['dhaka', 'chittagong', 'nepal', 'bangladesh', 'bhutan', 'dubai'])
/** Matters of money beside which the word for a price says nothing. */
const moneyMatters = new Set(['emi', 'refund', 'discount', 'penalty', 'cashless', 'tax'])
/** Whom somebody asks for: `for my son`. */
const kin = new Set(['son', 'daughter', 'child', 'parent', 'husband', 'family', 'sibling', 'man', 'woman'])
const ofMine = /\b(?:my|mer[aei])\b|(?:^|\s)(?:मेर[ाेी]|আমার)(?=\s)/i
/** What things come in: `the pregnancy class` is about pregnancy. */
const vessels = new Set(['class', 'training', 'building'])
/** Words for sizes of business that are names of plans as well. */
const titles = new Set(['company', 'small', 'big', 'family', 'academy'])
/** What is done with nearly everything: what it is done with is what a question is about. */
const acts = new Set(['sell', 'buy', 'order', 'give_lend', 'problem'])
/** Words so wide that an answer about a narrower thing need not repeat them. */
const wide = new Set(['food', 'product', 'service', 'package', 'include', 'user', 'money'])
const duties = /\bmust\b|\bhave to\b|(?:ना|नी) (?:होत|पड़|पड)|\bn[ai] (?:hot|pad)|তে হবে|তে হয়|তে হয/i
const needs = /\b(?:what|which)(?: \w+){0,2} (?:do|should|must|will) (?:i|we) (?:need|bring|have to|carry|submit|provide)\b|\bwhat is (?:needed|required)\b/i

/** `Name two brands`: how many are wanted says nothing of what they are; nor does the half of the day. */
const countWords = /^(?:[ap]m|some|few|दो|तीन|do|teen|দুটি|দুইটি|তিনটি)$/i
const unitWords =
  /^(?:kgs?|g|grams?|km|kms|mm|cm|days?|hours?|hrs?|weeks?|months?|years?|yrs?|minutes?|people|persons?|guests?|din|ghante|saal|mahine|log|दिन|घंटे|साल|महीने|लोग|किलो|দিন|ঘণ্টা|বছর|মাস|জন|কেজি)$/i
/** Not part of a name such as `VP-80`. */
const standsAlone = (word: string, text: string) =>
  new RegExp(`(?:^|[\\s₹$£€৳])${word.replace('.', '\\.')}(?=\\s|\\p{L}|[?।,.%]|$)`, 'u').test(text.replace(/(\d),(?=\d)/g, '$1'))
/** Numbers in words, as digits. */
const numerals: Record<string, string> = { two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', twelve: '12' }
