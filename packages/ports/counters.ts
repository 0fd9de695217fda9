/** What keys have used within their windows, shared by all processes where the engine is. */
export type Counters = {
  readonly name: string
  /**
   * Adds `points`, a whole number, to the window of a key, which begins now when none runs; 0 asks only and begins none. Answers what is used, these points
   * included, and when the window is over, 0 when none runs. Throws `PortFault` when the engine cannot be reached in time; whoever asks decides what that means.
   */
  add(key: string, points: number, windowMs: number): Promise<{ used: number; resetsInMs: number }>
  /** Forgets what keys have used. Throws `PortFault`. */
  reset(keys: readonly string[]): Promise<void>
  close(): Promise<void>
}
