import type { LanguageCode } from '@myna/language'
import { type Intent, intents } from '#intent/intents.ts'

/** What an utterance is, and what it was taken for. */
export type Judged = { language: LanguageCode; intent: Intent; guess: Intent }

/** Shares from 0 to 1: mean F1 of the intents that occur; how many beyond scope were known as such; how many within were refused. */
export type IntentMeasure = { count: number; macroF1: number; accuracy: number; beyondRecall: number; falseRefusals: number }

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

/** Measures guesses, of one language or all. */
export function measureIntents(judged: readonly Judged[]): IntentMeasure {
  const counts = new Map(intents.map((intent) => [intent, { meant: 0, named: 0, right: 0 }]))
  for (const { intent, guess } of judged) {
    const [meant, named] = [counts.get(intent), counts.get(guess)]
    if (!meant || !named) continue
    meant.meant++
    named.named++
    if (meant === named) meant.right++
  }
  const f1 = [...counts.values()].filter((it) => it.meant > 0).map(({ meant, named, right }) => share(2 * right, named + meant))
  const beyond = judged.filter((it) => it.intent === 'out_of_scope')
  const within = judged.filter((it) => it.intent !== 'out_of_scope')
  return {
    count: judged.length,
    macroF1: share(
      f1.reduce((sum, it) => sum + it, 0),
      f1.length,
    ),
    accuracy: share(judged.filter((it) => it.intent === it.guess).length, judged.length),
    beyondRecall: share(beyond.filter((it) => it.guess === 'out_of_scope').length, beyond.length),
    falseRefusals: share(within.filter((it) => it.guess === 'out_of_scope').length, within.length),
  }
}
