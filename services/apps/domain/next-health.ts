import type { AppHealth } from '@myna/contracts/apps-shapes'

/** What is known of a version from its answers so far: good answers in a row above zero, bad ones below, and how many questions in a row had none. */
export type Standing = { health: AppHealth; inARow: number; unanswered: number }
/** An answer to a health question; `reached` when something answered at all. */
export type Answer = { ok: boolean; reached: boolean }

const goodToBeWell = 2
const badToFail = 2
const unansweredToBeAway = 5

/**
 * How a version stands after an answer. One bad answer is chance: two in a row are failing, five without any answer are away, and two good ones make it well
 * again. The first good answer of a version nobody knows makes it well at once.
 */
export function nextHealth(before: Standing, { ok, reached }: Answer): Standing {
  const inARow = ok ? Math.max(before.inARow, 0) + 1 : Math.min(before.inARow, 0) - 1
  const unanswered = reached ? 0 : before.unanswered + 1
  return { health: healthAfter(before.health, ok, inARow, unanswered), inARow, unanswered }
}

function healthAfter(before: AppHealth, ok: boolean, inARow: number, unanswered: number): AppHealth {
  if (ok) return before === 'unknown' || before === 'well' || inARow >= goodToBeWell ? 'well' : 'failing'
  if (unanswered >= unansweredToBeAway) return 'away'
  if (before === 'away') return unanswered === 0 ? 'failing' : 'away'
  return before === 'failing' || -inARow >= badToFail ? 'failing' : before
}
