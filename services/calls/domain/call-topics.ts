/** Topic on which connections learn that a call may have changed hands or gone. */
export const heldTopic = (callId: string): string => `calls:held:${callId}`
/** Topic on which a connection that let go of a call says so. */
export const leftTopic = (callId: string): string => `calls:left:${callId}`
