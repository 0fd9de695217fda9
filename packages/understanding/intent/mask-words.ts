import { isName } from '#intent/is-name.ts'
import { type Token, tidyText, tokensOf } from '@myna/language'

const mails = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,120}/gu
const addresses = /(?:https?:\/\/|www\.)[^\s]{1,300}/giu

/** Longest part of a text that says what its speaker wants, in UTF-16 units. */
export const intentLength = 2000

/**
 * The words of an utterance in match form, with values that say nothing about what is wanted replaced by their kind: `#mail`, `#link`, `#phone`, `#hour`
 * and `#num`. Only the first `intentLength` units of the text are read.
 */
export function maskedWords(text: string): string[] {
  const tidy = tidyText(text.slice(0, intentLength)).replace(addresses, ' zzlinkzz ').replace(mails, ' zzmailzz ')
  return tokensOf(tidy).map((token, at, all) => masked(token, all[at + 1]))
}

function masked({ word }: Token, next: Token | undefined): string {
  if (word === 'zzmailzz') return '#mail'
  if (word === 'zzlinkzz') return '#link'
  if (!/^\d/.test(word)) return isName(word) ? '#name' : word
  if (/^\d{7,}$/.test(word)) return '#phone'
  if (/^\d{1,2}(?:am|pm)$/.test(word) || (/^\d{1,2}$/.test(word) && /^(?:am|pm|baje|बजे|oclock|টায)$/.test(next?.word ?? ''))) return '#hour'
  return /^\d/.test(word) ? '#num' : word
}
