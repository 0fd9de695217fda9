import { readFileSync } from 'node:fs'
import type { LanguageCode } from '@myna/language'
import { type Intent, intents } from '#intent/intents.ts'
import { languages, type Utterance } from '#intent/read-utterances.ts'

/** An utterance that is only measured by. */
export type BlindUtterance = Pick<Utterance, 'text' | 'language' | 'intent'>

/**
 * The utterances of `blind/`, lines `intent | text`, five files for each language (the second long-winded and indirect, the third curt, the fourth homely, the fifth by another author, a third of it as recognisers write): written
 * apart from those that are learnt from, to measure by. Short answers and greetings that occur in `learnt` too are left out.
 */
export function readBlind(learnt: readonly Utterance[]): BlindUtterance[] {
  const known = new Set(learnt.map((it) => it.text.toLowerCase()))
  return languages.flatMap((language) => linesOf(language).filter((it) => !known.has(it.text.toLowerCase())))
}

function linesOf(language: LanguageCode): BlindUtterance[] {
  return ['', '-2', '-3', '-4', '-5']
    .flatMap((more) => readFileSync(new URL(`./blind/${language}${more}.txt`, import.meta.url), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => {
      const [name, ...rest] = line.split('|').map((it) => it.trim())
      return { text: rest.join('|'), language, intent: intentOf(name) }
    })
}

function intentOf(name: string | undefined): Intent {
  const intent = intents.find((it) => it === name)
  if (!intent) throw new Error(`no intent is called ${name}`)
  return intent
}
