/** The time, replaceable in tests. */
export type Clock = { now(): Date }

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() }
