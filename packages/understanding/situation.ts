import type { LanguageCode } from '@myna/language'

/** What surrounds an utterance and decides what its words mean. */
export type Situation = {
  /** When it was said. */
  reference: Date
  /** IANA time zone of the speaker: what "tomorrow" and "3 pm" mean. */
  zone: string
  /** ISO 3166 code: how telephone numbers without a country code are read. */
  country: string
  /** Of the utterance, when known already. */
  language: LanguageCode
}
