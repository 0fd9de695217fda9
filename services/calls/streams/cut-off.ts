/** Why thinking and speaking stop when the caller speaks; made once, since an error takes a while to make. */
export const cutOff = new DOMException('The agent was cut off.', 'AbortError')
