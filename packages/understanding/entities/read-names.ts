import { scriptOf } from '@myna/language'
import { type KnownName, isPlace, knownName } from '#entities/known-names.ts'
import { endsCompany, endsCompanyAsWritten, endsName, honorifics, looksLikeVerb, mayBeName } from '#entities/name-words.ts'
import { wordName } from '#entities/word-names.ts'
import { freeWord, gapBefore, type Utterance } from '#entities/utterance.ts'

/** What is known of one word where names are looked for. */
export type NameWord = {
  form: string
  capital: boolean
  latin: boolean
  known: KnownName | null
  possible: boolean
  ends: boolean
  ending: boolean
  place: boolean
}
/** The words of an utterance as names are looked for; `cased` when it tells capital letters from small ones. */
export type NameText = { utterance: Utterance; words: NameWord[]; cased: boolean }

/** Looks every word up once. */
export function nameText(utterance: Utterance): NameText {
  const words = utterance.words.map(({ form, start }, at): NameWord => {
    const letter = utterance.text[start] ?? ''
    const counted = form === 'জন' && at > 0 && endsName(utterance.forms[at - 1] ?? '') && !/^(?:নাম|এর|আর)$/.test(utterance.forms[at - 1] ?? '')
    const ten = form === 'das' && knownName(utterance.forms[at - 1] ?? '') === null && !honorifics.has(utterance.forms[at + 1] ?? '')
    const listed = knownName(form)
    const sure = listed?.unsure === true && freeWord(utterance, at) ? wordName(utterance.forms, at, listed) : null
    const known = sure ?? listed
    const ends =
      sure === null &&
      (counted ||
        ten ||
        endsName(form) ||
        (looksLikeVerb(form) && known === null && !(form.endsWith('ो') && endsCompany(utterance.forms[at + 1] ?? ''))) ||
        !freeWord(utterance, at))
    return {
      form,
      capital: letter !== letter.toLowerCase(),
      latin: scriptOf(form) === 'latin',
      known: ends ? null : known,
      possible: !ends && mayBeName(form),
      ends,
      ending:
        endsCompany(form) &&
        (scriptOf(form) === 'latin' || (!endsName(form) && (endsCompanyAsWritten(form) || (at > 0 && !endsName(utterance.forms[at - 1] ?? ''))))),
      place: isPlace(form),
    }
  })
  const cased = words.some((it, at) => it.capital && it.form !== 'i' && at > 0)
  return { utterance, words, cased }
}

/** Whether the words of these phrases end right before `at`: the longest that do. */
export function cueBefore({ words }: NameText, at: number, cues: ReadonlySet<string>): boolean {
  let phrase = ''
  for (let back = 1; back <= 4 && at - back >= 0; back++) {
    phrase = phrase === '' ? (words[at - back]?.form ?? '') : `${words[at - back]?.form ?? ''} ${phrase}`
    if (cues.has(phrase)) return true
  }
  return false
}

/** Whether the words of these phrases begin at `at`. */
export function cueAfter({ words }: NameText, at: number, cues: ReadonlySet<string>): boolean {
  let phrase = ''
  for (let on = 0; on < 4 && at + on < words.length; on++) {
    phrase = phrase === '' ? (words[at]?.form ?? '') : `${phrase} ${words[at + on]?.form ?? ''}`
    if (cues.has(phrase)) return true
  }
  return false
}

/** Whether a word may belong to a name nobody listed: capital where capitals are used, of unknown meaning where they are not. */
export const looksLikeName = ({ cased }: NameText, word: NameWord | undefined): boolean =>
  word !== undefined && !word.ends && !word.ending && !honorifics.has(word.form) && (cased && word.latin ? word.capital : word.possible)

/** Whether only a space, or the dot of an initial, stands before the word. */
export const joined = ({ utterance }: NameText, at: number): boolean => /^\.?[ \u00a0]+$/.test(gapBefore(utterance, at)) || gapBefore(utterance, at) === '.'

/** A name as it is given: words that came without capital letters get them, in Latin letters. */
export const spelledName = (text: string): string => {
  const tidy = text.replace(/\s+/g, ' ')
  return tidy === tidy.toLowerCase() ? tidy.replace(/(?<![\p{L}\p{M}'])[a-z]/gu, (letter) => letter.toUpperCase()) : tidy
}
