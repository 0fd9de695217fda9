import type { Language } from '@myna/contracts/page'
import { classifyIntent } from '@myna/understanding'

/** Sure enough for a yes that keeps something of a person. */
const sure = 0.6

/** What an answer to "may this call be recorded?" says; undefined when it says something else. */
export function consentIn(text: string, language: Language): 'given' | 'refused' | undefined {
  const { intent, confidence } = classifyIntent(text, language)
  if (confidence < sure) return undefined
  if (intent === 'affirm') return 'given'
  return intent === 'deny' ? 'refused' : undefined
}
