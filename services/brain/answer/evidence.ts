import type { Hit, Item } from '@myna/contracts/knowledge'
import { matchForm, numbersInDigits, shortFormOf, stem, tidyText, wordsIn } from '@myna/language'
import { createTextMemory } from '#answer/text-memory.ts'

/** A stretch of knowledge that could be said by itself: a sentence, a table row, a fact, an answer to a question. */
export type Evidence = {
  item: Item
  kind: Item['kind'] | 'sentence'
  /** What would be said, tidied. */
  text: string
  /** The last step of the title: what a row or card is about. */
  subject: string
  /** Place of a sentence in its item. */
  at: number
  /** It is a whole list: its entries are evidence of their own, and words of different entries prove nothing together. */
  list: boolean
  /** All sentences of the item, for saying more than one. */
  siblings: string[]
  /** Score of the search, 1 for the best hit. */
  nearness: number
  own: WordSet
  title: WordSet
  around: WordSet
}

/** Words of a text: their stems, and the stems in order for finding phrases. */
export type WordSet = { stems: Set<string>; line: string; words: string[] /** `6 to 10`: what lies between is meant as well. */; ranges: [number, number][] }

/** Below this an item is a template's filler or an order to a machine: nothing is answered from it. */
const leastConfidence = 0.2

const numerals: Record<string, string> = {
  first: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
}

const wordSets = createTextMemory<WordSet>(400_000)

/** The words of a text, words joined by hyphens also as one; of what only stands beside, without what its figures mean. Remembered, so never to be changed. */
export const wordSetOf = (written: string, beside = false): WordSet => wordSets.get(beside ? `~${written}` : written, () => readWords(written, beside))
const noWords: WordSet = { stems: new Set(), line: '  ', words: [], ranges: [] }

/** A word of texts, the same string in all of them, and what it stands for: its stem, and more that it says besides (`ten` is 10, `4bhk` is 4 and bhk). */
type Word = { written: string; stem: string; more: readonly string[] }
const nothingMore: readonly string[] = []
const known = new Map<string, Word>()
/** Longer words are not remembered. */
const longestKept = 40

function wordOf(word: string): Word {
  const found = known.get(word)
  if (found) return found
  const more: string[] = []
  const digit = Object.hasOwn(numerals, word) ? numerals[word] : undefined
  if (digit !== undefined) more.push(digit)
  const spelt = shortFormOf(word)
  if (spelt !== null) more.push(spelt)
  if (/\d/.test(word) && /[a-z]/.test(word)) for (const part of word.match(/\d+|[a-z]+/g) ?? []) more.push(stem(part))
  const made: Word = { written: word, stem: stem(word), more: more.length === 0 ? nothingMore : more }
  if (known.size > 20_000) known.clear()
  if (word.length <= longestKept) known.set(word, made)
  return made
}

function readWords(written: string, beside: boolean): WordSet {
  const text = numbersInDigits(written)
  const read = wordsIn(lessTold.test(text) ? cheaper(text) : text).map(wordOf)
  const words = read.map((it) => it.written)
  const stems = new Set<string>()
  const figures = !beside && /\d/.test(text)
  const shares = figures && shareSign.test(text) ? sharesIn(text) : noShares
  for (const share of shares) stems.add(`${share}%`)
  for (const word of read) {
    if (!shares.has(word.written)) stems.add(word.stem)
    for (const it of word.more) stems.add(it)
  }
  if (figures && /\d\s?[ap]\.?m/i.test(text)) for (const part of partsOfDay(text)) stems.add(stem(part))
  if (figures && paidFirst.test(text)) stems.add(stem('deposit'))
  if (figures && /\s(?:or|and|be|from)\s/i.test(` ${text}`) && ageTold.test(text)) stems.add('age')
  if (text.includes('-')) for (const match of text.matchAll(/(?<!\p{L})(\p{L}+)-\s?(\p{L}+)/gu)) stems.add(stem(matchForm(`${match[1]}${match[2]}`)))
  return { stems, line: words.length === 0 ? '  ' : ` ${read.map((it) => it.stem).join(' ')} `, words, ranges: figures ? rangesIn(text) : noRanges }
}

const noRanges: [number, number][] = []
const lessTold = /%|percent|save /i

/** A price that is less is a discount. */
const cheaper = (text: string) =>
  text.replace(/(%|percent)\s*(?:off|less|cheaper)\b/gi, '$1 discount').replace(/\bsave (?:up to )?(?=(?:rs\.?|[₹$£€৳])?\s?\d)/gi, 'save discount ')

/** Money that is to be paid to hold something, told without a word for it: `10 % to fix the date`, `40 % with the order`. */
const paidFirst =
  /\d\s?(?:%|percent|lakh|\/-)?[^.]{0,24}\b(?:with (?:the |your )?order|(?:on|at(?: the time of)?|when|while) (?:placing |the )?(?:order|booking)|to (?:fix|book|confirm|hold|reserve|secure)|up ?front)\b|(?:बुकिंग|ऑर्डर) (?:करते|के) (?:समय|साथ)|(?:বুকিং|অর্ডার)(?:ের)? সম(?:\u09df|য)/i

/** The parts of the day that the times in a text lie in: `6:30 pm` is in the evening. */
function partsOfDay(text: string): string[] {
  return [...text.matchAll(/\b(\d{1,2})(?:[:.]\d{2})?\s?([ap])\.?m\b/gi)].map((match) => {
    const hour = Number(match[1])
    if (match[2]?.toLowerCase() === 'a') return 'morning'
    return hour === 12 || hour < 4 ? 'afternoon' : hour < 8 ? 'evening' : 'night'
  })
}

/** An age, told without the word: `16 or over`. */
const ageTold =
  /\b(?:at least |over |under )?(?:[3-9]|[1-8]\d) (?:or|and) (?:over|older|above|under|younger)\b(?!\s(?:people|guests|persons))|\b(?:must be|be at least|need to be) (?:at least )?(?:[3-9]|[1-8]\d)\b/i

const shareSign = /%|per ?cent|प्रतिशत|শতাংশ/i
const noShares: ReadonlySet<string> = new Set()

/** Numbers that stand in a text only as a share: `10%` is no ten. */
export function sharesIn(text: string): Set<string> {
  const shares = new Set([...text.matchAll(/(?<![\d.,])(\d+)\s?(?:%|percent\b|per cent\b|प्रतिशत|শতাংশ)/gi)].map((match) => match[1] ?? ''))
  for (const share of shares)
    if (new RegExp(`(?<![\\d.,])${share}(?![\\d]|[.,]\\d|\\s?(?:%|percent|per cent|प्रतिशत|শতাংশ))`, 'i').test(text)) shares.delete(share)
  return shares
}

/** `Less than 7 days`, `over 60 years`: every number on that side is meant. */
const sided =
  /\b(less than|fewer than|under|below|up to|upto|more than|over|above|from)\s(\d{1,4})\s?(?:days?|hours?|weeks?|months?|years?|yrs?|kgs?|kms?|mm|cm|inch(?:es)?|lit(?:re|er)s?|hp|kw|feet|ft|miles?|people|persons?|guests?|students?|units?|pieces?|plates?)(?![\p{L}])/giu

const nativeUnit = /[\u0900-\u09ff]|\d\s?(?:saal|din|kilo)\b/i
const nativeSided =
  /(\d{1,3})\s?(?:साल|वर्ष|दिन|किलो|लोगों|saal|din|kilo|বছরের|বছর|দিনের|জনের|কেজির)\s?(?:से|se|এর)?\s?(छोट|कम|नीचे|ऊपर|बड़|अधिक|ज़्यादा|ज्यादा|chh?ot|kam|neeche|upar|bad|zyada|কম|নিচে|নীচে|ছোট|বেশি|উপরে|বড়|বড়)/giu
const less = /^(?:छोट|कम|नीचे|chh?ot|kam|neeche|কম|নিচে|নীচে|ছোট)/iu

function rangesIn(text: string): [number, number][] {
  const open = [...text.matchAll(sided)].map((match): [number, number] => {
    const limit = Number(match[2])
    if (/up/i.test(match[1] ?? '')) return [0, limit]
    return /less|fewer|under|below/i.test(match[1] ?? '') ? [0, limit - 1] : [/from/i.test(match[1] ?? '') ? limit : limit + 1, Number.MAX_SAFE_INTEGER]
  })
  const native = [...(nativeUnit.test(text) ? text.matchAll(nativeSided) : [])].map((match): [number, number] => {
    const limit = Number(match[1])
    return less.test(match[2] ?? '') ? [0, limit - 1] : [limit + 1, Number.MAX_SAFE_INTEGER]
  })
  const closed = [...text.matchAll(/(?<![\d.:₹$-])(\d{1,3})\s?(?:to|-|–|से|থেকে)\s?(\d{1,3})(?![\d.:%]|\s?[ap]\.?m)/gi)]
    .map((match) => [Number(match[1]), Number(match[2])] as [number, number])
    .filter(([from, to]) => from < to)
  const between = [...(/between/i.test(text) ? text.matchAll(/\bbetween (\d{1,3}) and (\d{1,3})\b/gi) : [])].map((match): [number, number] => {
    const [a, b] = [Number(match[1]), Number(match[2])]
    return [Math.min(a, b), Math.max(a, b)]
  })
  return [...native, ...closed, ...open.filter(([, limit]) => closed.length === 0 || limit !== Number.MAX_SAFE_INTEGER || !/from/i.test(text)), ...between]
}

const title = /\b(?:mr|mrs|ms|dr|prof|st|no|rs|vs|approx|e\.g|i\.e|smt|shri|sri|md|ca|lic|reg|nos|\p{L})\.$|(?:^|[\s:])(?:ড|ডা|डॉ|डा|प्रो|মো|সে|স্ব)\.$/iu
const abbreviation =
  /(?:\b(?:inc|ltd|co|vs|etc|dept|ext|tel|ph|sr|jr|p\.?m|a\.?m|e\.g|i\.e|u\.s|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))\.$/iu

/** Cuts a text into sentences: at full stops and dandas, at lines, not after abbreviations. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const line of text.split(/\n+/)) {
    let from = 0
    for (const match of line.matchAll(/[.!?।](?:["')\]]+)?(?=\s|$)|\s•\s/gu)) {
      const end = match.index + match[0].length
      const piece = line.slice(from, end).trim()
      if (match[0] === '.' && title.test(piece) && end < line.length) continue
      if (match[0] === '.' && abbreviation.test(piece) && end < line.length && !/^[.]\s+\p{Lu}\p{L}+(?:\s\p{Ll}|:\s)/u.test(line.slice(end - 1, end + 30)))
        continue
      if (piece) sentences.push(piece.replace(/^•\s*/, ''))
      from = end
    }
    const rest = line.slice(from).trim()
    if (rest) sentences.push(rest)
  }
  return sentences
}

/** A piece of an item as it is whatever is asked: what of it is new beside other pieces is known by its `key`. */
type Cut = Pick<Evidence, 'kind' | 'text' | 'at' | 'list' | 'siblings' | 'own'> & { key: string; beside: 'neighbours' | 'item' | 'nothing'; title?: WordSet }
/** An item cut into pieces. */
type CutItem = { title: WordSet; subject: string; cuts: readonly Cut[] /** Its words, read when they are asked for. */; whole: () => WordSet }

/** Most items of a business of 10,000 passages; up to some 40 MB for all businesses together. */
const cutItems = createTextMemory<CutItem>(800_000)

/** Cuts hits into evidence. A list under a heading is one piece and each of its lines another. */
export function evidenceOf(hits: readonly Hit[]): Evidence[] {
  const pieces: Evidence[] = []
  const top = hits[0]?.score ?? 1
  const said = new Set<string>()
  for (const hit of hits) {
    const { item } = hit
    if (item.state === 'rejected' || (item.confidence < leastConfidence && item.state === 'found')) continue
    const { title, subject, cuts, whole } = cutItems.get(`${item.kind}|${item.label ?? ''}|${item.value ?? ''}|${item.title}|${item.text}`, () => cutItem(item))
    let read: WordSet | undefined
    const neighbours = () => (read ??= wordSetOf(`${hit.before?.slice(-200) ?? ''}\n${hit.after?.slice(0, 200) ?? ''}`, true))
    const nearness = top > 0 ? hit.score / top : 0
    for (const { key, beside, kind, text, at, list, siblings, own, title: carried } of cuts) {
      if (said.has(key)) continue
      said.add(key)
      pieces.push({
        item,
        kind,
        text,
        subject,
        at,
        list,
        siblings,
        nearness,
        own,
        title: carried ?? title,
        get around() {
          return beside === 'neighbours' ? neighbours() : beside === 'item' ? whole() : noWords
        },
      })
    }
  }
  return pieces
}

function cutItem(item: Item): CutItem {
  const subject = item.title.split('›').at(-1)?.trim() ?? item.title
  const text = withUnits(inches(tidyText(item.kind === 'fact' && item.value ? factText(item) : item.text)), item.kind).slice(0, 8000)
  const cuts: Cut[] = []
  const cut = (kind: Evidence['kind'], own: string, at: number, siblings: string[], beside: Cut['beside'], list = false) => {
    if (own.length < 2) return
    const key = `${kind === 'fact' ? item.label : ''}|${kind === 'fact' || own.length < 60 ? item.title : ''}|${own.toLowerCase().replace(/[\s.,;:!?'"()–-]+/g, ' ')}`
    const before = kind === 'sentence' && pointsBack.test(own) ? siblings[at - 1] : undefined
    const title = before === undefined ? {} : { title: wordSetOf(inches(`${item.title.replace(/›/g, ' › ')} › ${before}`)) }
    cuts.push({ key, beside, kind, text: own, at, list, siblings, own: wordSetOf(kind === 'row' ? `${own} ${subject}` : own), ...title })
  }
  const sentences = item.kind === 'fact' ? [text] : sentencesOf(text)
  const prose = item.kind !== 'question' && sentences.length > 1 && sentences.every((it) => /[.!?।]$/.test(it))
  const short = item.kind === 'fact' || sentences.length <= 1 || (item.kind !== 'passage' && text.length <= 240 && !prose)
  if (short) {
    const list = item.kind !== 'fact' && isList(sentences)
    cut(item.kind === 'passage' ? 'sentence' : item.kind, text.replace(/\n+/g, '; '), 0, sentences, 'neighbours', list)
    if (list) sentences.forEach((sentence, at) => cut('sentence', sentence, at, sentences, 'nothing'))
  } else {
    if (isList(sentences) && text.length <= 700) cut('row', sentences.join('; '), 0, sentences, 'neighbours', true)
    sentences.forEach((sentence, at) => cut('sentence', sentence, at, sentences, 'item'))
  }
  return { title: wordSetOf(inches(item.title.replace(/›/g, ' › '))), subject, cuts, whole: short ? () => noWords : () => wordSetOf(text) }
}

/** Begins with a word for what the sentence before spoke of, which is then what it is about. */
const pointsBack =
  /^(?:it|its|this|that|they|them|their|these|those|he|she|his|her|both|each|all of (?:them|it)|none of (?:them|it))\b|^(?:यह|ये|वह|वे|इसे|इसका|इसकी|इसके|इनमें|इसमें|उसका|उसकी|উনি|তিনি|এটি|এটা|এগুলি|এগুলো|এতে|এর|তার|তাঁর|তাতে)(?=\s)/i

/** Whether sentences are the entries of a list. */
export const isList = (sentences: readonly string[]) => sentences.length >= 2 && sentences.every((it) => it.length <= 70 && !/[.!?।]$/.test(it))

/** A number under a header that is a unit of time gets the unit: `Days: 18` says 18 days. */
const withUnits = (text: string, kind: Item['kind']) =>
  kind === 'row'
    ? text.replace(
        /((?:^|;\s)(days?|hours?|minutes?|weeks?|months?|years?|दिन|घंटे|महीने|দিন|ঘণ্টা|মাস)[^:;]{0,14}:\s\d+(?:\s?-\s?\d+)?)(?=;|$)/gimu,
        (_, cell: string, unit: string) => `${cell} ${unit.toLowerCase()}`,
      )
    : text

const factText = (item: Item) => (item.value && item.text.includes(item.value) ? item.text : `${item.text} ${item.value ?? ''}`)
const inches = (text: string) => text.replace(/(\d)\s?(?:"|''|″|”)(?!\w)/g, '$1 inch')
