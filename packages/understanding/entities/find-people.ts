import type { Entity } from '#entity.ts'
import { likelyPersonCues, likelyPersonFollowers, surePersonCues, surePersonFollowers } from '#entities/name-cues.ts'
import { honorifics, titles } from '#entities/name-words.ts'
import { spelledParts } from '#entities/email-words.ts'
import { freeWord } from '#entities/utterance.ts'
import { cueAfter, cueBefore, joined, looksLikeName, type NameText, spelledName } from '#entities/read-names.ts'

/** The Bengali case ending written onto the last word of a name that no list knows, when what follows asks for one. */
function unknownEnding(text: NameText, at: number): number {
  const form = text.words[at]?.form ?? ''
  const next = text.words[at + 1]?.form ?? ''
  const genitive = /^(?:সাথে|সঙ্গে|জন্য|নামে|নম্বর|নাম্বার|লিড|ইমেইল)$/.test(next) ? /(?:ের|এর|র)$/.exec(form) : /কে$/.exec(form)
  return genitive !== null && form.length - genitive[0].length >= 3 && text.words[at]?.known === null ? genitive[0].length : 0
}

const closers = new Set('from at as of hai hain bol ke ki ko ka se ne ji wants is है हैं बोल के की को का से ने जी বলছি এর কে সাথে থেকে'.split(' '))
/** Whether a name may end before this word: at the end, or where a word joins names to the rest. */
const nameEnds = ({ words }: NameText, at: number) => words[at] === undefined || closers.has(words[at]?.form ?? '')

/** How many words from `at` on are one name. */
function nameLength(text: NameText, at: number, sure: boolean): number {
  const { words, cased } = text
  const first = words[at]
  if (first === undefined || first.ends || first.ending) return 0
  let length = 1
  while (length < 4 && joined(text, at + length)) {
    const word = words[at + length]
    const before = words[at + length - 1]
    if (word === undefined || (before?.known?.ending ?? 0) > 0 || honorifics.has(word.form) || (word.form === 'babu' && first.known?.kind === 'family')) break
    const initial = word.form.length === 1 && word.capital && word.form !== 'i'
    const known = word.known !== null && !word.ending && (!cased || !word.latin || word.capital || !first.capital)
    const unlisted = looksLikeName(text, word) && (cased && word.latin ? first.capital : sure && length < 2 && !word.place)
    const surname =
      length === 1 && first.known?.unsure === false && looksLikeName(text, word) && !word.place && (!cased || !word.latin) && nameEnds(text, at + 2)
    if (!initial && !known && !unlisted && !surname) break
    length++
  }
  return length
}

function entityOf(text: NameText, at: number, length: number): Entity {
  const { utterance, words } = text
  const last = at + length - 1
  const start = utterance.words[at]?.start ?? 0
  const end = (utterance.words[last]?.end ?? 0) - ((words[last]?.known?.ending ?? 0) || unknownEnding(text, last))
  const bare = utterance.text.slice(start, end).replace(/['’]s$/i, '')
  return { type: 'person', text: bare, start, end: start + bare.length, value: { name: spelledName(bare) } }
}

/** How many small initials stand at `at` before a name: `k j yesudas`. */
function initialsAt(text: NameText, at: number): number {
  let count = 0
  while (count < 3 && /^[a-z]$/.test(text.words[at + count]?.form ?? '') && text.words[at + count]?.form !== 'a' && joined(text, at + count + 1)) count++
  const name = text.words[at + count]
  return count > 0 && name !== undefined && (name.known !== null || looksLikeName(text, name)) ? count : 0
}

/** Whether the words from `at` on are a person: known by name, or by what stands around them. */
function personAt(text: NameText, at: number): number {
  const { words, cased } = text
  const word = words[at]
  if (word === undefined || word.ends || word.ending || titles.has(word.form) || honorifics.has(word.form)) return 0
  const title = titles.has(words[at - 1]?.form ?? '')
  const sureBefore = title || cueBefore(text, at, surePersonCues)
  const likelyBefore = cueBefore(text, at, likelyPersonCues)
  const named = looksLikeName(text, word) && !word.place
  if (word.known !== null && (word.known.kind === 'given' || title)) {
    const length = nameLength(text, at, sureBefore)
    const follower = cueAfter(text, at + length, surePersonFollowers) || honorifics.has(words[at + length]?.form ?? '')
    const capital = cased && word.latin && word.capital && at > 0
    const paired = /^(?:aur|and|और|আর|এবং|ও)$/.test(words[at + length]?.form ?? '') && (words[at + length + 1]?.known ?? null) !== null
    const likely = likelyBefore || paired || capital || (words[at + 1]?.known?.kind === 'family' && length > 1)
    if (!word.known.unsure || sureBefore || follower || likely) return cased && word.latin && !word.capital && word.known.unsure ? 0 : length
    return 0
  }
  const initials = sureBefore ? initialsAt(text, at) : 0
  if (initials > 0) return initials + nameLength(text, at + initials, true)
  if (sureBefore && (named || word.known !== null)) return nameLength(text, at, true)
  if (
    word.known !== null &&
    (/^(?:babu|बाबू)$/.test(words[at + 1]?.form ?? '') || honorifics.has(words[at + 1]?.form ?? '') || (likelyBefore && (!cased || word.capital)))
  )
    return nameLength(text, at, false)
  if (!named) return 0
  const shouted = /^[A-Z]{2,5}$/.test(text.utterance.text.slice(text.utterance.words[at]?.start, text.utterance.words[at]?.end))
  if (shouted) return 0
  const family = words[at + 1]?.known
  if (family?.family === true && joined(text, at + 1) && (!cased || !word.latin || words[at + 1]?.capital === true)) return nameLength(text, at, true)
  if (words[at - 1]?.form === 'mark' && words[at + 1]?.form === 'as') return 1
  const length = nameLength(text, at, true)
  const next = at + length
  const bengali = unknownEnding(text, next - 1) > 0
  const self = /^(?:main|mai|मैं|আমি)$/.test(words[at - 1]?.form ?? '') && next < words.length && !freeWord(text.utterance, next)
  const honoured = honorifics.has(words[next]?.form ?? '') && cueAfter(text, next + 1, surePersonFollowers)
  if (honoured || cueAfter(text, next, surePersonFollowers) || bengali || self) return length
  if (meets(text, next)) return length
  const company = /^(?:at|from|of)$/.test(words[next]?.form ?? '') && next + 1 < words.length && !freeWord(text.utterance, next + 1)
  if (company && likelyBefore) return length
  const capital = cased && word.latin && word.capital
  return capital && likelyBefore && !/^(?:from|of|about|at)$/.test(words[at - 1]?.form ?? '')
    ? length
    : likelyBefore && cueAfter(text, next, likelyPersonFollowers) && cueBefore(text, at, introductions)
      ? length
      : 0
}

const meetings = new Set('milna milne mulakat baat bat meeting demo appointment मिलना मिलने मुलाकात बात मीटिंग डेमो अपॉइंटमेंट'.split(' '))

/** Whether "se" follows and then, soon, what is done with a person: `se kal demo rakhna hai`. */
const meets = ({ words }: NameText, at: number) => /^(?:se|से)$/.test(words[at]?.form ?? '') && words.slice(at + 1, at + 5).some((it) => meetings.has(it.form))

const introductions = new Set([
  'this is',
  'i am',
  'im',
  'i m',
  'main',
  'mai',
  'मैं',
  'আমি',
  'call',
  'email',
  'tell',
  'remind',
  'ask',
  'message',
  'contact',
  'lead',
  'लीड',
  'লিড',
])

const spellingCue = /^(?:name|naam|spell|spells|spelled|spelt|spelling|नाम|स्पेलिंग|নাম|নামের|বানান|স্পেলিং)$/

/** A name told letter by letter after "name" or "spelt": the letters from `at` on, or null. */
function spelledAt(text: NameText, at: number): Entity | null {
  const { utterance, words } = text
  let to = at
  let name = ''
  for (; to < words.length && to - at < 20 && freeWord(utterance, to); to++) {
    const form = words[to]?.form ?? ''
    const letter = /^[a-z]$/.test(form) ? form : (spelledParts.get(form) ?? '')
    if (letter.length !== 1) break
    name += letter
  }
  if (name.length < 3 || !words.slice(Math.max(0, at - 5), at).some((it) => spellingCue.test(it.form))) return null
  const start = utterance.words[at]?.start ?? 0
  const end = utterance.words[to - 1]?.end ?? 0
  return { type: 'person', text: utterance.text.slice(start, end), start, end, value: { name: spelledName(name) } }
}

/** People by name: known names of the region, and any words that cues around them say are one. */
export function findPeople(text: NameText): Entity[] {
  const found: Entity[] = []
  for (let at = 0; at < text.words.length; at++) {
    const spelled = spelledAt(text, at)
    if (spelled !== null && spelled.type === 'person') {
      const { name } = spelled.value
      if (!found.some((it) => it.type === 'person' && it.value.name.toLowerCase().split(' ').includes(name.toLowerCase()))) found.push(spelled)
      while (at + 1 < text.words.length && (text.utterance.words[at + 1]?.start ?? 0) < spelled.end) at++
      continue
    }
    const length = personAt(text, at)
    if (length === 0) continue
    found.push(entityOf(text, at, length))
    at += length - 1
  }
  return found
}
