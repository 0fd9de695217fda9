import { fadeOut } from '@myna/sound/clip'
import { bytesOfPcm } from '@myna/sound/pcm'
import { createJitterBuffer, type Packet } from '#jitter-buffer.ts'
import { frameSamples, type OpusDecoder, sampleRate } from '#opus-codec.ts'

/** Samples of RTP's clock of 48 kHz for one of ours. */
const clockRatio = 48_000 / sampleRate
const clockFrame = frameSamples * clockRatio
/** Longer than this the codec does not go on from what was before: what follows is silence. */
const mostMadeUpFrames = 5
/** A longer gap is cut to one second. */
const mostGapFrames = 50
/** When nothing comes for so long, silence does: who listens for the end of speech must hear it. */
const starvedMs = 200
/** Sound may come faster than it is spoken, as after a stall, but not for ever: this much ahead, and a tenth more than real time. */
const mostAheadMs = 2_500
const refill = 1.1

/**
 * The caller's sound out of packets of RTP: in order, whole, with what was lost made up for. Wholeness goes before punctuality, since a recogniser listens and not an ear: packets that
 * are late by a stall are heard late. `sound` gets bytes that are valid only during the call.
 */
export function createIncomingSound(decoder: OpusDecoder, sound: (pcm: Uint8Array) => void) {
  const silence = new Uint8Array(frameSamples * 2)
  let heardAt: number | undefined
  /** Silence given since the last packet, which is no longer owed. */
  let filled = 0
  let made = 0
  let aheadMs = 0
  let refilledAt: number | undefined

  const give = (pcm: Uint8Array) => {
    const ms = pcm.byteLength / 2 / (sampleRate / 1000)
    if (aheadMs + ms > mostAheadMs) return
    aheadMs += ms
    sound(pcm)
  }
  const makeUp = () => {
    made++
    if (made > mostMadeUpFrames) return give(silence)
    const pcm = bytesOfPcm(decoder.conceal())
    if (made === mostMadeUpFrames) fadeOut(pcm, 'pcm-16k', 20)
    return give(pcm)
  }

  const buffer = createJitterBuffer({
    packet(payload) {
      filled = 0
      const samples = decoder.decode(payload)
      if (!samples) {
        makeUp()
        return clockFrame
      }
      made = 0
      give(bytesOfPcm(samples))
      return samples.length * clockRatio
    },
    gap(samples, isLost, next) {
      const frames = Math.min(mostGapFrames, Math.round((samples - filled) / clockFrame))
      for (let at = 1; at <= frames; at++) {
        if (isLost && at === frames && made < mostMadeUpFrames) give(bytesOfPcm(decoder.recover(next)))
        else makeUp()
      }
    },
  })

  const pass = (now: number) => {
    aheadMs = Math.max(0, aheadMs - (now - (refilledAt ?? now)) * refill)
    refilledAt = now
  }

  return {
    put(packet: Packet, now: number): void {
      pass(now)
      heardAt = now
      buffer.put(packet, now)
    },
    /** To be called every 20 ms. */
    turn(now: number): void {
      pass(now)
      buffer.turn(now)
      if (heardAt === undefined || now - heardAt < starvedMs || buffer.waiting > 0) return
      filled += clockFrame
      makeUp()
    },
  }
}
