/** Large bytes kept by name: recordings, uploads, backups. Names are `/`-separated, of letters, digits, `.`, `-` and `_`. */
export type BlobStore = {
  readonly name: string
  /** Stores all of the body or nothing. Throws `PortFault`. */
  put(name: string, body: AsyncIterable<Uint8Array>): Promise<{ bytes: number }>
  /** Undefined when there is no such blob. */
  get(name: string): Promise<{ bytes: number; body: AsyncIterable<Uint8Array> } | undefined>
  delete(name: string): Promise<void>
  list(prefix: string): AsyncIterable<{ name: string; bytes: number }>
}
