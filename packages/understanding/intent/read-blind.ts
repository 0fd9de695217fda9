import { readFileSync } from 'node:fs'
import type { LanguageCode } from '@myna/language'
import { type Intent, intents } from '#intent/intents.ts'
import { languages } from '#intent/read-utterances.ts'

/** An utterance that is only measured by. */
export type BlindUtterance = { text: string; language: LanguageCode; intent: Intent }

/**
 * The utterances of `blind/`, lines `intent | text`, two files for each language (the second long-winded and indirect): written apart from those that are
 * learnt from, to measure by.
 */
export function readBlind(): BlindUtterance[] {
  return languages.flatMap((language) =>
    ['', '-2']
      .flatMap((more) => readFileSync(new URL(`./blind/${language}${more}.txt`, import.meta.url), 'utf8').split('\n'))
      .filter(Boolean)
      .map((line) => {
        const [name, ...rest] = line.split('|').map((it) => it.trim())
        const intent = intents.find((it) => it === name)
        if (!intent) throw new Error(`no intent is called ${name}`)
        return { text: rest.join('|'), language, intent }
      }),
  )
}
