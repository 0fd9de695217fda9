import type { Facts } from '#report/facts.ts'

/** What the parts of a good conversation are worth, and what each stumble takes of the last. */
const worth = { answers: 40, wishes: 30, smoothness: 30 }
const costs = { askedAgain: 5, interruption: 5, ignored: 10 }

/**
 * How well a conversation went, 0 to 100: 40 × the share of questions that were answered, 30 × the share of wishes that were carried out or that the caller dropped,
 * and 30 less 5 for each time the same had to be asked again, 5 for each interruption and 10 for words nobody answered. Where nothing was asked, or wanted, that part
 * is whole. 0 when the caller said nothing: nothing went.
 */
export function qualityOf({ said, asked, wishes, askedAgain, interruptions, ignored }: Facts): number {
  if (said.length === 0) return 0
  const answers = shareOf(asked, (it) => it.answer !== null)
  const carried = shareOf(wishes, (it) => it.end === 'done' || it.end === 'cancelled')
  const stumbles = askedAgain * costs.askedAgain + interruptions * costs.interruption + ignored * costs.ignored
  return Math.round(worth.answers * answers + worth.wishes * carried + Math.max(0, worth.smoothness - stumbles))
}

const shareOf = <T>(items: readonly T[], counts: (item: T) => boolean) => (items.length === 0 ? 1 : items.filter(counts).length / items.length)
