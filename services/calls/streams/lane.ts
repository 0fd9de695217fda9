import { type FileHandle, open } from 'node:fs/promises'

/** Sound is written to the file in blocks of two seconds. */
const blockBytes = 65_536

/**
 * One voice of a recording: PCM at its places, silence where nothing was written, in a file, so that memory does not grow with the call. Writing is
 * synchronous and copies into a block; the disk is written beside it, and a disk that fails is told by `settle`.
 */
export class Lane {
  readonly #file: FileHandle
  #block = new Uint8Array(blockBytes)
  #blockAt = 0
  #filled = 0
  #end = 0
  #work: Promise<void> = Promise.resolve()
  #failure: unknown

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(path: string): Promise<Lane> {
    return new Lane(await open(path, 'w+'))
  }

  /** Bytes up to the last sound. */
  get end(): number {
    return this.#end
  }

  /** Puts sound, at most a block of it, at a place in bytes. */
  write(pcm: Uint8Array, at: number): void {
    if (at !== this.#blockAt + this.#filled || this.#filled + pcm.byteLength > blockBytes) this.#flush()
    if (this.#filled === 0) this.#blockAt = at
    this.#block.set(pcm, this.#filled)
    this.#filled += pcm.byteLength
    this.#end = Math.max(this.#end, at + pcm.byteLength)
  }

  /** Takes back all from a place on. */
  cut(at: number): void {
    if (at >= this.#end) return
    this.#flush()
    this.#end = at
    this.#then(() => this.#file.truncate(at))
  }

  /** Resolves when all is on the disk; throws what the disk said when it did not take all. */
  async settle(): Promise<void> {
    this.#flush()
    await this.#work
    if (this.#failure) throw this.#failure
  }

  /** Samples from a place on; silence past the end. */
  async read(at: number, bytes: number): Promise<Int16Array> {
    const samples = new Int16Array(bytes / 2)
    await this.#file.read(new Uint8Array(samples.buffer), 0, bytes, at)
    return samples
  }

  async close(): Promise<void> {
    await this.#work
    await this.#file.close()
  }

  #flush(): void {
    if (this.#filled === 0) return
    const [block, at, bytes] = [this.#block, this.#blockAt, this.#filled]
    this.#block = new Uint8Array(blockBytes)
    this.#filled = 0
    this.#then(() => this.#file.write(block, 0, bytes, at))
  }

  #then(work: () => Promise<unknown>): void {
    this.#work = this.#work
      .then(async () => {
        if (!this.#failure) await work()
      })
      .catch((error: unknown) => {
        this.#failure = error
      })
  }
}
