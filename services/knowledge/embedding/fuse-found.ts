import type { Near } from '#embedding/vector-shelf.ts'

type Found = { at: number; score: number }

/** Less of a lift than this is no likeness of meaning. */
const leastLift = 0.3
/** From this lift on the nearest is as good as certain. */
const fullLift = 0.5
/** What the nearest by meaning counts beside the best by words: enough to come before one that shares but words. */
const meaningWeight = 1.1

/**
 * One order from what is near by words and what is near by meaning, best first: the weighted sum of both, each relative to its best (a convex combination; Bruch, Gai and Ingber 2023,
 * "An Analysis of Fusion Functions for Hybrid Retrieval"). Scores stay on the scale of words. Where nothing is near by meaning, words alone decide.
 */
export function fuseFound(words: readonly Found[], near: readonly (Omit<Near, 'id'> & { at: number })[], limit: number): Found[] {
  const greatest = near.reduce((most, { lift }) => Math.max(most, lift), 0)
  if (greatest < leastLift) return words.slice(0, limit)
  const top = words[0]?.score ?? 0
  const scale = top > 0 ? top : 1
  const weight = meaningWeight * Math.min(1, greatest / fullLift)
  const shares = new Map(words.map(({ at, score }) => [at, score / scale]))
  const places = new Map(words.map(({ at }, place) => [at, place]))
  for (const { at, lift } of near) {
    const isNear = lift >= leastLift
    if (isNear || (lift > 0 && shares.has(at))) shares.set(at, (shares.get(at) ?? 0) + (weight * lift) / greatest)
  }
  const place = (at: number) => places.get(at) ?? words.length
  return [...shares]
    .map(([at, share]) => ({ at, score: share * scale }))
    .sort((a, b) => b.score - a.score || place(a.at) - place(b.at) || a.at - b.at)
    .slice(0, limit)
}
