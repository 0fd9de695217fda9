import type { Entity } from '#entity.ts'
import { sureCompanyCues, sureCompanyFollowers } from '#entities/name-cues.ts'
import { caseOfEnding, honorifics, titles, weakEnding } from '#entities/name-words.ts'
import { freeWord, gapBefore } from '#entities/utterance.ts'
import { cueAfter, cueBefore, joined, looksLikeName, type NameText, spelledName } from '#entities/read-names.ts'

const belongs = new Set(['ke', 'ki', 'ka', 'के', 'की', 'का', 'এর', 'wale', 'वाले'])
const fromAfter = new Set(['se', 'से', 'থেকে', 'র', 'এর', 'তে', 'mein', 'में'])
const attached = /(?:ের|র|এর|তে|এ|ে)$/

const conjunctions = /^(?:and|n|एंड|एण्ड|ऐंड|অ্যান্ড|এন্ড|এণ্ড)$/
const partners =
  /^(?:sons|brothers|bros|co|company|associates|partners|daughters|संस|सन्स|ब्रदर्स|कंपनी|एसोसिएट्स|पार्टनर्स|সন্স|ব্রাদার্স|কোম্পানি|অ্যাসোসিয়েটস|পার্টনার্স)(?:কে|ের|র)?$/

/** How many words from `at` on are a company's name, its legal ending included. */
function companyLength(text: NameText, at: number, sure: boolean): number {
  const { words, cased } = text
  let length = 0
  let ended = 0
  while (length < 6) {
    const word = words[at + length]
    if (length > 0 && ended === 0 && word !== undefined && conjunctions.test(word.form) && partners.test(words[at + length + 1]?.form ?? '')) {
      ended = length + 2
      break
    }
    if (word === undefined || (length > 0 && !joined(text, at + length) && !/^\s?[&-]\s?$/.test(gapOf(text, at + length)))) break
    const sized = cased && word.latin ? word.capital : true
    if (word.ending && (length > 0 || (sized && words[at + 1]?.ending === true))) {
      length++
      ended = length
      continue
    }
    if (ended > 0 || word.ends || !sized) break
    length++
  }
  if (ended > 0)
    return /^(?:works|वर्क्स|ওয়ার্কস|ওযার্কস)$/.test(words[at + ended]?.form ?? '') && !/^(?:at|for|in|with|on)$/.test(words[at + ended + 1]?.form ?? '')
      ? ended + 1
      : ended
  let plain = 0
  while (plain < Math.min(length, 3) && looksLikeName(text, words[at + plain])) plain++
  const first = words[at]
  if (plain < 2 && namedCompany(text, at)) while (plain < 3 && namedWord(text, at + plain)) plain++
  if (plain === 0 || !sure) return 0
  if (first?.place === true && (plain < 2 || words[at + 1]?.place === true)) return 0
  return first?.known?.kind === 'given' && !first.known.unsure ? 0 : plain
}

const namingCues = /^(?:naam|नाम|নাম|called|named)$/

const copulas =
  /^(?:hai|hain|he|h|है|हैं|ho|hota|and|aur|और|আর|এবং|but|i|we|our|my|it|is|the|a|থেকে|থেকে|name|called|হলো|হল|হচ্ছে|kya|क्या|कि|কি|what|likh|note|लिख|लिखो|লিখুন|লিখে)$/

/** Whether a word may be part of a name that is told as one, whatever else it means. */
function namedWord({ utterance, words }: NameText, at: number): boolean {
  const word = words[at]
  return (
    word !== undefined &&
    freeWord(utterance, at) &&
    /^[\p{L}\p{M}]{2}/u.test(word.form) &&
    !copulas.test(word.form) &&
    (at === 0 || /^\s$/.test(gapBefore(utterance, at)))
  )
}

/** Whether a company's name is being told, so that ordinary words may be it: `company ka naam paper boat`. */
const namedCompany = (text: NameText, at: number) => {
  const before = text.words[at - 1]?.form ?? ''
  const named = namingCues.test(before) || (before === 'is' && text.words[at - 2]?.form === 'name')
  return named && cueBefore(text, at, sureCompanyCues)
}

const gapOf = ({ utterance }: NameText, at: number) => utterance.text.slice(utterance.words[at - 1]?.end ?? 0, utterance.words[at]?.start ?? 0).slice(0, 5)

const isPerson = (text: NameText, at: number) => {
  const known = text.words[at]?.known
  return known !== null && known !== undefined && (known.kind === 'given' || text.words[at - 1]?.known?.kind === 'given')
}

const selves = /^(?:main|mai|मैं|আমি|im)$/

/** Whether the first words are a person and the company comes after: `natasha petal organics`; `rahul traders` and `ramesh kumar jewellers` are companies whole. */
function namesPersonFirst({ words }: NameText, at: number, length: number): boolean {
  const [first, second, third] = words.slice(at, at + length)
  const works = first?.known === null && /^(?:mein|me|main|में|मे|কাজ|চাকরি)$/.test(words[at + length]?.form ?? '')
  if (length > 1 && second?.ending !== true && !works && selves.test(words[at - 1]?.form ?? '')) return true
  const before = words[at - 1]?.known
  const names = words.slice(at, at + length).findIndex((it) => it.known === null || it.place)
  if (names >= 2 && length - names >= 2 && !conjunctions.test(words[at + names]?.form ?? '')) return true
  if (length > 2 && before?.kind === 'given' && first?.known?.family === true) return true
  if (first?.known?.kind !== 'given') return false
  if (second?.known?.family === true) return third?.ending !== true
  return !first.known.unsure && length > 2 && second?.ending !== true
}

function companyAt(text: NameText, at: number): number {
  const { words, cased } = text
  const word = words[at]
  if (
    word === undefined ||
    (namedCompany(text, at) ? !namedWord(text, at) : word.ends) ||
    honorifics.has(word.form) ||
    titles.has(word.form) ||
    titles.has(words[at - 1]?.form ?? '')
  )
    return 0
  const before = words[at - 1]?.form ?? ''
  const personBefore = isPerson(text, at - 1)
  const afterFrom =
    before === 'from' ||
    cueBefore(text, at, sureCompanyCues) ||
    ((before === 'at' || before === 'of') &&
      (personBefore || isPerson(text, at - 2) || (before === 'at' && looksLikeName(text, words[at - 2])) || (cased && word.capital && before === 'at')))
  const whole = companyLength(text, at, true)
  if (whole === 0 || namesPersonFirst(text, at, whole)) return 0
  const endsLegally = words[at + whole - 1]?.ending === true || (whole > 2 && words[at + whole - 2]?.ending === true)
  const last = words[at + whole - 1]
  const capital = cased && last?.latin === true && last.capital
  const told = capital || fromAfter.has(words[at + whole]?.form ?? '') || belongs.has(words[at + whole]?.form ?? '')
  const family =
    (whole === 3 && conjunctions.test(words[at + 1]?.form ?? '')) ||
    (whole === 2 && word.known?.family === true && /^(?:brothers|sons|ब्रदर्स|ब्रादर्स|संस|ব্রাদার্স|ব্রাদার্সের|সন্স)$/.test(last?.form ?? ''))
  if (afterFrom || family || (endsLegally && (told || !weakEnding(last?.form ?? '')))) return whole
  const next = at + whole
  if (cueAfter(text, next, sureCompanyFollowers) && word.known === null) return unpersoned(text, at, whole)
  for (let length = Math.min(whole, 2); length > 0; length--) {
    const after = words[at + length]?.form ?? ''
    const tail = words[at + length - 1]?.form ?? ''
    if (word.known === null && (belongs.has(after) || fromAfter.has(after)) && isPerson(text, at + length + 1) && !/^(?:naam|नाम|নাম)$/.test(tail)) return length
    if (attached.test(tail) && /[\u0980-\u09ff]/.test(tail) && tail.length > 4 && isPerson(text, at + length)) return length
    if (/^[\u0980-\u09ff]{4,}(?:ে|এ|তে)$/.test(tail) && /^(?:কাজ|চাকরি|জব)$/.test(after)) return length
    if ((after === 'se' || after === 'से' || after === 'থেকে') && sourceOf(text, at, length)) return length
    if (personBefore && word.known === null && (after === 'se' || after === 'से' || after === 'থেকে')) return length
  }
  return 0
}

const speaks = /^(?:bol|बोल|বলছি|বলছিলাম)$/

/** Whether someone was named before, and what follows is not done together with who is named here: `john ke liye lead banao techcorp se`. */
const sourceOf = (text: NameText, at: number, length: number) =>
  text.words.slice(Math.max(0, at - 12), at).some((it) => it.known?.kind === 'given' || speaks.test(it.form)) &&
  text.words.slice(at, at + length).every((it) => it.known === null) &&
  !/^(?:mil|baat|bat|meet|call|pooch|puch|keh|kah|bol|मिल|बात|मीटिंग|पूछ|कह|बोल|कॉल)/.test(text.words[at + length + 1]?.form ?? '')

/** A person's name right before is no part of the company: `rahul techcorp se bol raha hoon`. */
const unpersoned = (text: NameText, at: number, length: number) => (isPerson(text, at) ? 0 : length)

function entityOf(text: NameText, at: number, length: number): Entity {
  const { utterance, words } = text
  const start = utterance.words[at]?.start ?? 0
  const last = words[at + length - 1]?.form ?? ''
  const follows = words[at + length]
  const suffix =
    /[\u0980-\u09ff]/.test(last) && ((follows !== undefined && follows.known !== null) || /^(?:কাজ|চাকরি|জব)$/.test(follows?.form ?? ''))
      ? (attached.exec(last)?.[0].length ?? 0)
      : caseOfEnding(last)
  const end = (utterance.words[at + length - 1]?.end ?? 0) - suffix
  const bare = utterance.text.slice(start, end).replace(/['’]s$/i, '')
  return { type: 'company', text: bare, start, end: start + bare.length, value: { name: spelledName(bare) } }
}

/** Companies by name: after `from`, `at` and the like, by their legal endings, and by the people who belong to them. */
export function findCompanies(text: NameText): Entity[] {
  const found: Entity[] = []
  for (let at = 0; at < text.words.length; at++) {
    const length = companyAt(text, at)
    if (length === 0) continue
    found.push(entityOf(text, at, length))
    at += length - 1
  }
  return found
}
