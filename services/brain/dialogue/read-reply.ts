import type { Intent } from '@myna/contracts/understanding'
import type { Heard } from '#dialogue/heard.ts'
import { butWords, humOnly, noLead, yesLead } from '#dialogue/reply-words.ts'

/** An answer to a question that wants a yes or a no; `unclear` may be either. */
export type Reply = 'yes' | 'no' | 'unclear' | null

/** What an answer to a yes-or-no question can be taken for, whatever else the same words mean elsewhere. */
const answers: readonly Intent[] = ['affirm', 'deny', 'correction', 'cancel', 'wait', 'repeat']
/** Answers in few words are judged among answers alone. */
const fewWords = 5
/** An answer counts when it has this share of what all answers have. */
const leastShare = 0.6
/** All answers together must be at least this likely. */
const leastLikely = 0.08

/** What an utterance says to a question that was asked for a yes or a no; null when it says something else. A yes with a `but` is none. */
export function readReply(heard: Heard): Reply {
  const { text } = heard
  const words = text.trim().split(/\s+/).length
  if (humOnly.test(text)) return 'unclear'
  if (noLead.test(text)) return 'no'
  if (yesLead.test(text)) return butWords.test(text) ? null : words <= 8 || heard.intent === 'affirm' ? 'yes' : null
  if (heard.confidence >= 0.8 && heard.intent === 'affirm') return butWords.test(text) ? null : 'yes'
  if (heard.confidence >= 0.8 && heard.intent === 'deny') return 'no'
  if (words > fewWords) return null
  const likely = heard.ranked.filter((it) => answers.includes(it.intent))
  const all = likely.reduce((sum, it) => sum + it.confidence, 0)
  const best = likely[0]
  if (!best || all < leastLikely || best.confidence / all < leastShare) return null
  return best.intent === 'affirm' ? 'yes' : best.intent === 'deny' ? 'no' : null
}
