import { createSecretKey, type KeyObject } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { SoundFormat } from '@myna/ports/sound'
import { bytesOfMs, sampleBytesOf } from '@myna/sound/frames'
import { encodeRecord, formatRecord, recordHeadBytes } from '#streams/recording/records.ts'
import { sealBlock } from '#streams/recording/sealed-blocks.ts'

/** Sound reaches the disk within this, or when a block is full. */
const flushMs = 1_000
const blockBytes = 65_536
/** The caller's sound is one piece after another; only after a gap longer than this does it stand at its moment again. */
const gapMs = 200
/** A caller's device that comes back sends what it kept at once; sound further ahead of its moment than this is not the caller's. */
const mostAheadMs = 2_000
/** Pieces of the agent that are meant to join do so although moments are rounded. */
const joinMs = 2

/**
 * Records two voices, each piece at the moment it was heard, in a file that is encrypted from its first byte and grows by whole blocks: what was recorded until
 * a process died can be read. Recording is synchronous; the disk is written beside it, and one that fails is told once to `onFailure`.
 */
export class Recorder {
  readonly #file: FileHandle
  readonly #key: KeyObject
  readonly #it: { name: string; format: SoundFormat; onFailure(error: unknown): void }
  #block = Buffer.allocUnsafe(blockBytes)
  #filled = 0
  #index = 0
  #flushedAt = performance.now()
  #callerEnd = 0
  #agentEnd = 0
  #work: Promise<void> = Promise.resolve()
  #failed = false

  private constructor(file: FileHandle, { key, ...it }: { key: Uint8Array; name: string; format: SoundFormat; onFailure(error: unknown): void }) {
    this.#file = file
    this.#key = createSecretKey(key)
    this.#it = it
    this.#put('format', 0, formatRecord(it.format))
  }

  /** A new file at `path`; `name` binds its blocks to it. */
  static async open(path: string, it: { key: Uint8Array; name: string; format: SoundFormat; onFailure(error: unknown): void }): Promise<Recorder> {
    return new Recorder(await open(path, 'wx', 0o600), it)
  }

  /** A piece of the caller's sound that has just come, `atMs` after the beginning of the call. */
  caller(piece: Uint8Array, atMs: number): void {
    const { format } = this.#it
    const whole = piece.byteLength - (piece.byteLength % sampleBytesOf(format))
    const at = bytesOfMs(format, atMs) - whole
    if (this.#callerEnd > at + bytesOfMs(format, mostAheadMs)) return
    const place = Math.max(0, at > this.#callerEnd + bytesOfMs(format, gapMs) ? at : this.#callerEnd)
    this.#put('caller', place, whole === piece.byteLength ? piece : piece.subarray(0, whole))
    this.#callerEnd = place + whole
  }

  /** A piece of the agent's, heard `atMs` after the beginning of the call. */
  agent(piece: Uint8Array, atMs: number): void {
    const { format } = this.#it
    const at = bytesOfMs(format, atMs)
    const place = Math.abs(at - this.#agentEnd) <= bytesOfMs(format, joinMs) ? this.#agentEnd : at
    this.#put('agent', place, piece)
    this.#agentEnd = place + piece.byteLength
  }

  /** Takes back what the agent said after `atMs`: the caller cut it off and never heard it. */
  cutAgent(atMs: number): void {
    const at = bytesOfMs(this.#it.format, atMs)
    if (at >= this.#agentEnd) return
    this.#put('cut-agent', at, new Uint8Array())
    this.#agentEnd = at
  }

  /** Resolves when all is on the disk, or the disk has failed. */
  async close(): Promise<void> {
    this.#flush()
    await this.#work
    await this.#file.close().catch(() => {})
  }

  #put(kind: Parameters<typeof encodeRecord>[1], at: number, data: Uint8Array): void {
    for (let from = 0; from === 0 || from < data.byteLength; from += 32_768) {
      const part = data.subarray(from, from + 32_768)
      if (this.#filled + recordHeadBytes + part.byteLength > blockBytes) this.#flush()
      this.#filled += encodeRecord(this.#block, kind, at + from, part, this.#filled)
    }
    if (performance.now() - this.#flushedAt >= flushMs) this.#flush()
  }

  #flush(): void {
    this.#flushedAt = performance.now()
    if (this.#filled === 0 || this.#failed) {
      this.#filled = 0
      return
    }
    const block = sealBlock(this.#key, this.#it.name, this.#index++, this.#block.subarray(0, this.#filled))
    this.#filled = 0
    this.#work = this.#work
      .then(async () => {
        if (!this.#failed) await writeAll(this.#file, block)
      })
      .catch((error: unknown) => {
        if (!this.#failed) this.#it.onFailure(error)
        this.#failed = true
      })
  }
}

async function writeAll(file: FileHandle, block: Uint8Array): Promise<void> {
  for (let at = 0; at < block.byteLength; ) at += (await file.write(block, at, block.byteLength - at)).bytesWritten
}
