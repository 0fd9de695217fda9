import type { SpeechLanguage } from '@myna/ports/speech'

/** Text as it is said aloud. */
export function spokenText(text: string, _language: SpeechLanguage): string {
  return text
}
