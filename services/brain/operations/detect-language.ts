import { detectLanguage as detect } from '@myna/language'
import type { Handle } from '#context.ts'

/** Tells the language of an utterance. */
export const detectLanguage: Handle<'detectLanguage'> = async ({ text }) => {
  const { language, confidence, mixed } = detect(text)
  return { language, confidence, mixed }
}
