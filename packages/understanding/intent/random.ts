/** The state of a row of numbers after a state of it, as a signed 32-bit integer; a row begins at its seed. */
export const nextState = (state: number): number => (state + 0x6d2b79f5) | 0

/** The number from 0 to 1 of a state (mulberry32). */
export function numberOf(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** A source of numbers from 0 to 1 that gives the same row for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = nextState(state)
    return numberOf(state)
  }
}
