import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobStore } from '@myna/ports/blobs'
import { Lane } from '#streams/lane.ts'
import { sampleRate } from '#streams/sound.ts'
import { wavHeader, wavHeaderBytes } from '#streams/wav.ts'

/** Place of a moment in a lane, in bytes; always between samples. */
const bytesOfMs = (ms: number) => Math.max(0, Math.round((ms * sampleRate) / 1000)) * 2
const pieceBytes = 65_536
/** The microphone's sound is one piece after another; only after a gap longer than this does it stand at its moment again. */
const gapMs = 200
/** A browser that comes back sends what it kept at once; sound further ahead of its moment than this is not the caller's. */
const mostAheadMs = 2_000
const folderPrefix = 'myna-recording-'

export type Recorder = Awaited<ReturnType<typeof openRecorder>>

/**
 * Records two lanes, caller left and agent right, each frame at the moment it was heard. The lanes lie in files of their own while the call goes on.
 * `earlier` is the recording of the same call before its connection broke.
 */
export async function openRecorder(earlier?: AsyncIterable<Uint8Array>) {
  const folder = await mkdtemp(join(tmpdir(), folderPrefix))
  const [caller, agent] = await Promise.all([Lane.open(join(folder, 'caller')), Lane.open(join(folder, 'agent'))])
  const discard = async (): Promise<void> => {
    await Promise.all([caller.close(), agent.close()])
    await rm(folder, { recursive: true, force: true })
  }
  if (earlier) {
    try {
      await unfold(earlier, caller, agent)
    } catch (error) {
      await discard()
      throw error
    }
  }
  return {
    /** A piece of the microphone's sound that has just come, `atMs` after the beginning of the call. */
    caller(pcm: Uint8Array, atMs: number): void {
      const at = bytesOfMs(atMs) - (pcm.byteLength & ~1)
      if (caller.end > at + bytesOfMs(mostAheadMs)) return
      const whole = pcm.byteLength % 2 === 0 ? pcm : pcm.subarray(0, -1)
      caller.write(whole, at > caller.end + bytesOfMs(gapMs) ? at : caller.end)
    },
    /** A frame of the agent, heard `atMs` after the beginning of the call. */
    agent(frame: Uint8Array, atMs: number): void {
      const at = bytesOfMs(atMs)
      // Frames of one sentence join without a crack although moments are rounded.
      agent.write(frame, Math.abs(at - agent.end) <= bytesOfMs(2) ? agent.end : at)
    },
    /** Takes back what the agent said after `atMs`: the caller cut it off and never heard it. */
    cutAgent: (atMs: number): void => agent.cut(bytesOfMs(atMs)),
    /** Stores the recording as a two-channel WAV; false when nothing was ever heard. */
    async store(blobs: BlobStore, name: string): Promise<boolean> {
      await Promise.all([caller.settle(), agent.settle()])
      const length = Math.max(caller.end, agent.end)
      if (length > 0) await blobs.put(name, folded(caller, agent, length))
      return length > 0
    },
    /** Removes the files. */
    discard,
  }
}

/** Removes what recorders of processes that died have left in the folder for temporary files: lanes nobody has written to for so long. */
export async function sweepRecordings(untouchedMs: number, now: Date): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue
    const folder = join(tmpdir(), name)
    const touched = await Promise.all(
      [folder, join(folder, 'caller'), join(folder, 'agent')].map((it) =>
        stat(it).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      ),
    )
    // Another user's folder is none of our business.
    if (now.getTime() - Math.max(...touched) > untouchedMs) await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

async function* folded(caller: Lane, agent: Lane, length: number): AsyncGenerator<Uint8Array> {
  yield wavHeader({ sampleRate, channels: 2, dataBytes: length * 2 })
  for (let at = 0; at < length; at += pieceBytes) {
    const size = Math.min(pieceBytes, length - at)
    const [left, right] = await Promise.all([caller.read(at, size), agent.read(at, size)])
    const both = new Int16Array(size)
    for (let index = 0; index < size / 2; index++) {
      both[index * 2] = left[index]!
      both[index * 2 + 1] = right[index]!
    }
    yield new Uint8Array(both.buffer)
  }
}

async function unfold(wav: AsyncIterable<Uint8Array>, caller: Lane, agent: Lane): Promise<void> {
  let skip = wavHeaderBytes
  let rest = Buffer.alloc(0)
  for await (const piece of wav) {
    const all = Buffer.concat([rest, piece])
    let at = Math.min(skip, all.byteLength)
    skip -= at
    while (all.byteLength - at >= 4) {
      const frames = Math.min(Math.floor((all.byteLength - at) / 4), pieceBytes / 4)
      const [left, right] = [Buffer.alloc(frames * 2), Buffer.alloc(frames * 2)]
      for (let index = 0; index < frames; index++) {
        left.writeInt16LE(all.readInt16LE(at + index * 4), index * 2)
        right.writeInt16LE(all.readInt16LE(at + index * 4 + 2), index * 2)
      }
      caller.write(left, caller.end)
      agent.write(right, agent.end)
      at += frames * 4
    }
    rest = all.subarray(at)
    await Promise.all([caller.settle(), agent.settle()])
  }
}
