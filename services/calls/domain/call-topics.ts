/** Topic on which connections learn that a call may have changed hands or gone, or that something is wished of it. */
export const heldTopic = (callId: string): string => `calls:held:${callId}`
/** Topic on which a connection that let go of a call says so. */
export const leftTopic = (callId: string): string => `calls:left:${callId}`
/** Topic on which those who watch a call learn that there is more to read of it. */
export const changedTopic = (callId: string): string => `calls:changed:${callId}`
