declare module 'unbzip2-stream' {
  /** Unpacks bzip2 synchronously within `write` and `end`; a listener of `data` that throws ends it with `error`. */
  export default function unbzip2(): {
    write(chunk: Uint8Array): void
    end(): void
    on(event: 'data', hear: (chunk: Buffer) => void): void
    on(event: 'error', hear: (error: Error) => void): void
  }
}
