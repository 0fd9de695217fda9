import { detectLanguage as wordsOf } from '@myna/language'
import { languageOf } from '@myna/understanding'
import type { Handle } from '#context.ts'

/** Tells the language of an utterance, and whether words of two are mixed in it. */
export const detectLanguage: Handle<'detectLanguage'> = async ({ text }) => ({ ...languageOf(text), mixed: wordsOf(text).mixed })
