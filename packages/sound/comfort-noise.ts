import { silenceDb } from '#level.ts'

/** Each sample keeps this much of the one before: the noise of a room is dull, not sharp. */
const dullness = 0.7

/**
 * Noise so faint that it is only missed when it is not there: a silent line sounds dead. `db` is its level in dBFS; −65 survives μ-law. Noise of one `seed` is the same
 * each time. Synchronous; allocates nothing.
 */
export function createComfortNoise(db = -65, seed = 12_345) {
  // An even spread over ±a has a power of a² ÷ 3; the filter leaves (1 − d) ÷ (1 + d) of it.
  const size = db <= silenceDb ? 0 : 32_768 * 10 ** (Math.min(db, -20) / 20) * Math.sqrt((3 * (1 + dullness)) / (1 - dullness))
  let state = seed | 0
  let dull = 0
  return {
    fill(frame: Int16Array): void {
      for (let index = 0; index < frame.length; index++) {
        // A linear congruence (Numerical Recipes, ranqd1).
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
        dull = dullness * dull + (1 - dullness) * (state / 2 ** 31)
        frame[index] = Math.floor(dull * size + 0.5)
      }
    },
  }
}
