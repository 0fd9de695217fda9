/** A connection that broke may come back to its call for this long. */
export const comeBackMs = 60_000
/** An open call says this often that its process is alive. */
export const beatMs = 15_000
/** So long before and after a moment: whoever says something later than the latest has had its clock set back. */
export const spanAround = (now: Date, ms: number) => ({ since: new Date(now.getTime() - ms), until: new Date(now.getTime() + ms) })
/** Calls one subject may hold at once. */
export const callsAtOnce = 4
/** Turns and changes of who listens that one connection may ask for: so many at once, and so many a second in the long run. */
export const askBurst = 20
export const askPerSecond = 4
