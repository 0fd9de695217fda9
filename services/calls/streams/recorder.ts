import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobStore } from '@myna/ports/blobs'
import { sampleRate } from '#streams/sound.ts'
import { wavHeader, wavHeaderBytes } from '#streams/wav.ts'

const bytesOfMs = (ms: number) => Math.max(0, Math.round((ms * sampleRate) / 1000)) * 2
const pieceBytes = 65_536

export type Recorder = Awaited<ReturnType<typeof openRecorder>>

/**
 * Records two lanes, caller left and agent right, each frame at the moment it was heard. The lanes lie in files of their own while the call goes on,
 * so that memory does not grow. `earlier` is the recording of the same call before its connection broke.
 */
export async function openRecorder(earlier?: AsyncIterable<Uint8Array>) {
  const folder = await mkdtemp(join(tmpdir(), 'myna-recording-'))
  const [caller, agent] = await Promise.all([open(join(folder, 'caller'), 'w+'), open(join(folder, 'agent'), 'w+')])
  const ends = { caller: 0, agent: 0 }
  let work: Promise<unknown> = Promise.resolve()
  if (earlier) await unfold(earlier)

  function write(lane: 'caller' | 'agent', frame: Uint8Array, at: number): void {
    const file = lane === 'caller' ? caller : agent
    const even = frame.slice(0, frame.byteLength & ~1)
    ends[lane] = Math.max(ends[lane], at + even.byteLength)
    work = work.then(() => file.write(even, 0, even.byteLength, at))
  }
  return {
    /** A frame of the microphone; it follows the one before it, or stands at `atMs` of the call after a gap. */
    caller(frame: Uint8Array, atMs: number): void {
      const at = bytesOfMs(atMs) - frame.byteLength
      write('caller', frame, Math.max(ends.caller, at > ends.caller + bytesOfMs(200) ? at : ends.caller) & ~1)
    },
    /** A frame of the agent, heard at `atMs` of the call. */
    agent(frame: Uint8Array, atMs: number): void {
      write('agent', frame, bytesOfMs(atMs))
    },
    /** Takes back what the agent said after `atMs`: the caller cut it off and never heard it. */
    cutAgent(atMs: number): void {
      const at = bytesOfMs(atMs)
      if (at >= ends.agent) return
      ends.agent = at
      work = work.then(() => agent.truncate(at))
    },
    /** Stores the recording as a two-channel WAV; false when nothing was ever heard. */
    async store(blobs: BlobStore, name: string): Promise<boolean> {
      await work
      const length = Math.max(ends.caller, ends.agent)
      if (length > 0) await blobs.put(name, folded(length))
      return length > 0
    },
    async discard(): Promise<void> {
      await work.catch(() => {})
      await Promise.all([caller.close(), agent.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }

  async function* folded(length: number): AsyncGenerator<Uint8Array> {
    yield wavHeader({ sampleRate, channels: 2, dataBytes: length * 2 })
    for (let at = 0; at < length; at += pieceBytes) {
      const size = Math.min(pieceBytes, length - at)
      const [left, right] = await Promise.all([readLane(caller, at, size), readLane(agent, at, size)])
      const both = new Int16Array(size)
      for (let index = 0; index < size / 2; index++) {
        both[index * 2] = left[index]!
        both[index * 2 + 1] = right[index]!
      }
      yield new Uint8Array(both.buffer)
    }
  }

  async function unfold(wav: AsyncIterable<Uint8Array>): Promise<void> {
    let skip = wavHeaderBytes
    let rest = Buffer.alloc(0)
    for await (const piece of wav) {
      const all = Buffer.concat([rest, piece])
      const begin = Math.min(skip, all.byteLength)
      skip -= begin
      const frames = Math.floor((all.byteLength - begin) / 4)
      const lanes = [Buffer.alloc(frames * 2), Buffer.alloc(frames * 2)]
      for (let index = 0; index < frames; index++) {
        lanes[0]!.writeInt16LE(all.readInt16LE(begin + index * 4), index * 2)
        lanes[1]!.writeInt16LE(all.readInt16LE(begin + index * 4 + 2), index * 2)
      }
      rest = all.subarray(begin + frames * 4)
      await Promise.all([caller.write(lanes[0]!, 0, frames * 2, ends.caller), agent.write(lanes[1]!, 0, frames * 2, ends.agent)])
      ends.caller += frames * 2
      ends.agent += frames * 2
    }
  }
}

/** Samples of a lane; silence where nothing was written. */
async function readLane(file: FileHandle, at: number, bytes: number): Promise<Int16Array> {
  const buffer = new ArrayBuffer(bytes)
  await file.read(new Uint8Array(buffer), 0, bytes, at)
  return new Int16Array(buffer)
}
