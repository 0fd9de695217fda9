import { topicNearness } from '@myna/understanding/topics'
import type { Question } from '#answer/question.ts'
import type { Ranked } from '#answer/rank.ts'
import { placeAsked, placeOfPiece } from '#answer/topic-places.ts'

/** How many of the best pieces each is held against. */
const heldAgainst = 10

/**
 * Whether the best pieces are of the topic that is asked about, whatever their words: of each of the first `count` how near it is, how sure the topics of both
 * are and whether they are one, how that stands against the nearest other piece and all of them, and how near any comes.
 */
export function topicSigns(question: Question, ranked: readonly Ranked[], count: number): number[][] {
  const asked = placeAsked(question)
  const places = ranked.slice(0, Math.max(count, heldAgainst)).map(({ piece }) => placeOfPiece(piece))
  const near = places.map((it) => topicNearness(asked, it))
  const mean = near.reduce((sum, it) => sum + it, 0) / Math.max(1, near.length)
  const nearest = Math.max(0, ...near)
  return places.slice(0, count).map((own, at) => {
    const others = Math.max(0, ...near.filter((_, other) => other !== at))
    return [near[at]!, asked.chance, own.chance, own.topic === asked.topic ? 1 : 0, near[at]! - others, nearest, near[at]! - mean]
  })
}
