import type { Intent } from '@myna/contracts/understanding'
import type { LanguageCode } from '@myna/language'
import type { Entity, RankedIntent } from '@myna/understanding'

/** One utterance of the caller as the dialogue takes it. */
export type Heard = {
  text: string
  language: LanguageCode
  intent: Intent
  confidence: number
  /** Every intent, the likeliest first. */
  ranked: readonly RankedIntent[]
  entities: readonly Entity[]
  /** Finds the times named in another text said at the same moment. */
  read(text: string): readonly Entity[]
  /** Another text as if it were said at the same moment in the same language. */
  hear(text: string): Heard
  now: Date
  zone: string
}

/** An intent counts from here on; below it the words are taken as something to be looked up. */
export const sureIntent = 0.5

/** Whether the caller does this, surely enough to act on. */
export const means = (heard: Heard, ...intents: Intent[]): boolean => intents.includes(heard.intent) && heard.confidence >= sureIntent
