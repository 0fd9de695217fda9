/** Small answers kept for a while, shared by all processes where the engine is. An entry may be gone at any moment: nothing lives here alone. */
export type Cache = {
  readonly name: string
  /** Undefined when there is no such entry, or its time is over. Throws `PortFault` when the engine cannot be reached in time. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Keeps a copy of the value for `ttlMs`. Throws `PortFault` when the engine cannot be reached in time or takes no more. */
  set(key: string, value: Uint8Array, ttlMs: number): Promise<void>
  /** Forgets entries; those that are not there are no trouble. Throws `PortFault`. */
  delete(keys: readonly string[]): Promise<void>
  close(): Promise<void>
}
