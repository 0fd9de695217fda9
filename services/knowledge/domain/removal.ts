/** How long a deleted item can be restored, in ms. */
export const restorableMs = 24 * 3_600_000
/** Items deleted within this time are forgotten together, in ms. */
const gatherMs = 3_600_000

/** What was deleted at this moment or before is gone for good. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - restorableMs)

/** When what is deleted now is to be forgotten, together with what else is deleted in the same hour. */
export const forgetAt = (now: Date): Date => new Date((Math.floor(now.getTime() / gatherMs) + 1) * gatherMs + restorableMs)
