/** A connection that broke may come back to its call for this long. */
export const comeBackMs = 60_000
/** An open call says this often that its process is alive. */
export const beatMs = 15_000
/** Calls one subject may hold at once. */
export const callsAtOnce = 4
/** Turns and changes of who listens that one connection may ask for: so many at once, and so many a second in the long run. */
export const askBurst = 20
export const askPerSecond = 4
