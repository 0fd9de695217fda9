import { fadeOut } from '@myna/sound/clip'
import { readPcm } from '@myna/sound/pcm'
import { frameSamples, type OpusEncoder } from '#opus-codec.ts'

const frameMs = 20
const frameBytes = frameSamples * 2
/** Frames that wait at most: two seconds. */
const mostFrames = 100
/** After a stall so many frames are sent at once; what was missed before them is a pause. */
const mostAtOnce = 5
/** After so much silence one frame in this many is sent, enough for the other side to know that we live. */
const quietFrames = 20

export type Sent = { payload: Uint8Array; timestamp: number; marker: boolean }

/**
 * Sends sound at the pace of speech, one packet of 20 ms after another, and after some silence little of it. `write` gets each packet; `timestamp` counts samples at 48 kHz from
 * the first turn on, silence too; `marker` is set where speech begins anew (RFC 3551, 4.1).
 */
export function createOutgoingSound(encoder: OpusEncoder, write: (it: Sent) => void) {
  const samples = new Int16Array(frameSamples)
  let queue: Uint8Array[] = []
  let beganAt: number | undefined
  let turns = 0
  let quiet = 0
  let wasSilent = true

  const sendFrame = (frame: Uint8Array | undefined) => {
    quiet = frame ? 0 : quiet + 1
    if (quiet > quietFrames && quiet % quietFrames !== 0) return
    if (frame) readPcm(frame, samples)
    else samples.fill(0)
    const payload = encoder.encode(samples)
    write({ payload, timestamp: turns * frameSamples * 3, marker: frame !== undefined && wasSilent })
    wasSilent = frame === undefined
  }

  return {
    get waitingMs(): number {
      return queue.length * frameMs
    },
    /** Whole frames; bytes are copied. */
    send(pcm: Uint8Array): void {
      for (let at = 0; at + frameBytes <= pcm.byteLength && queue.length < mostFrames; at += frameBytes)
        queue.push(new Uint8Array(pcm.subarray(at, at + frameBytes)))
    },
    /** Of what waits only the next frame is sent, which dies away: a cut would be heard as a click. */
    clear(): void {
      queue = queue.slice(0, 1)
      if (queue[0]) fadeOut(queue[0], 'pcm-16k', frameMs)
    },
    /** To be called every 20 ms. */
    turn(now: number): void {
      // Half a frame off, so that a turn that comes a little early or late sends one frame all the same.
      beganAt ??= now - frameMs * 1.5
      const due = Math.floor((now - beganAt) / frameMs)
      turns = Math.max(turns, due - mostAtOnce)
      for (; turns < due; turns++) sendFrame(queue.shift())
    },
  }
}
