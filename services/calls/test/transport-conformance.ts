import type { SoundFormat } from '@myna/ports/sound'
import { muLawToPcm, pcmToMuLaw } from '@myna/sound/g711'
import { readPcm } from '@myna/sound/pcm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Playout } from '#streams/playout.ts'
import type { Transport } from '#streams/transport.ts'
import { createWheel } from '#streams/wheel.ts'

/** A transport with the caller at its other end: a player that plays at the pace of speech, a microphone, and a network that can go bad. */
export type PlayedWay = {
  transport: Transport
  /** Sound that the caller has heard, in the transport's format. */
  heard(): Uint8Array
  /** Says sound as the caller, 20 ms after 20 ms; resolves when all has left. */
  say(sound: Uint8Array): Promise<void>
  /** Sound of the caller that has come to our side. */
  came(): Uint8Array
  /** Whether our side knows that the caller is gone. */
  gone(): boolean
  /** The caller's side takes nothing any more, until `flow`. Absent where a network cannot hold a sender back. */
  stall?(): void
  flow?(): void
  /** The caller goes away without a word. */
  vanish(): void
  /** The caller ends its direction only; where the way has `halves`. */
  halfClose?(): void
  close(): Promise<void>
}

/** What goes wrong with the caller's sound on its way: shares from 0 to 1. */
export type WayFaults = { lost?: number; twice?: number; swapped?: number; late?: number }

export type WayOptions = {
  open(faults?: WayFaults): Promise<PlayedWay>
  /** Bytes come as they were sent: no codec between. */
  exact: boolean
  /** After `clear` no more than this is heard. */
  silentWithinMs: number
  /** The transport ends the connection; otherwise whoever opened it does. */
  closes: boolean
  /** Each direction ends by itself. */
  halves: boolean
  /** What this way may do to the caller's sound. */
  faults: Readonly<Record<string, WayFaults>>
}

const soon = { timeout: 20_000, interval: 20 }
const hertz = [300, 500, 800, 400, 650]
const partMs = 200

/** Sound of known pitches, one after another: order, wholeness and pace can be read from it. */
export function scale(format: SoundFormat, parts: readonly number[] = hertz): Uint8Array {
  const rate = format === 'pcm-16k' ? 16_000 : 8_000
  const each = (rate * partMs) / 1000
  const samples = Int16Array.from({ length: each * parts.length }, (_, at) => 9_000 * Math.sin((2 * Math.PI * parts[Math.floor(at / each)]! * at) / rate))
  return bytesOf(format, samples)
}

const silence = (format: SoundFormat, ms: number) => bytesOf(format, new Int16Array(((format === 'pcm-16k' ? 16_000 : 8_000) * ms) / 1000))

function bytesOf(format: SoundFormat, samples: Int16Array): Uint8Array {
  if (format !== 'mulaw-8k') return new Uint8Array(samples.buffer)
  const codes = new Uint8Array(samples.length)
  pcmToMuLaw(samples, codes)
  return codes
}

function samplesOf(format: SoundFormat, bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(format === 'mulaw-8k' ? bytes.length : bytes.length >> 1)
  if (format === 'mulaw-8k') muLawToPcm(bytes, samples)
  else readPcm(bytes, samples)
  return samples
}

/** What is loud of a sound, and the pitch of each 20 ms of it; 0 where it is quiet. */
export function read(format: SoundFormat, bytes: Uint8Array): { loudMs: number; pitches: number[] } {
  const samples = samplesOf(format, bytes)
  const frame = format === 'pcm-16k' ? 320 : 160
  const pitches: number[] = []
  for (let at = 0; at + frame <= samples.length; at += frame) {
    const part = samples.subarray(at, at + frame)
    const loud = Math.sqrt(part.reduce((sum, it) => sum + it * it, 0) / frame) > 1_000
    let crossings = 0
    for (let index = 1; index < frame; index++) if (part[index - 1]! < 0 !== part[index]! < 0) crossings++
    pitches.push(loud ? crossings * 25 : 0)
  }
  return { loudMs: pitches.filter(Boolean).length * 20, pitches }
}

/** The notes of a scale as they follow each other; what lasts less than 60 ms lies between two of them, or was made up. */
function melody(pitches: readonly number[]): number[] {
  const runs: { note: number; frames: number }[] = []
  for (const pitch of pitches) {
    const note = hertz.find((it) => Math.abs(it - pitch) <= 45) ?? 0
    if (runs.at(-1)?.note === note) runs.at(-1)!.frames++
    else runs.push({ note, frames: 1 })
  }
  const notes = runs.flatMap(({ note, frames }) => (note > 0 && frames >= 3 ? [note] : []))
  return notes.filter((it, at) => it !== notes[at - 1])
}

/** Samples that are no silence, as numbers. */
function withoutSilence(format: SoundFormat, bytes: Uint8Array): number[] {
  const samples = format === 'mulaw-8k' ? [...bytes] : Array.from({ length: bytes.length >> 1 }, (_, at) => bytes[at * 2]! | (bytes[at * 2 + 1]! << 8))
  return samples.filter((it) => (format === 'mulaw-8k' ? (it & 0x7f) !== 0x7f : it !== 0))
}

/** Registers the tests that every way of a call's sound must pass. */
export function transportConformance(name: string, { open, exact, closes, halves, silentWithinMs, faults }: WayOptions): void {
  describe(`${name} carries the sound of a call`, () => {
    const wheel = createWheel()
    let way: PlayedWay
    beforeEach(async () => {
      way = await open()
    })
    afterEach(() => way.close())

    const play = (sound: Uint8Array) => {
      const playout = new Playout(way.transport, wheel, { begin() {}, sent() {}, end() {} })
      playout.write(sound)
      return playout
    }
    const heard = () => read(way.transport.format, way.heard())
    const came = () => read(way.transport.format, way.came())

    it('whole and in order, at the pace of speech', async () => {
      const { format } = way.transport
      const sound = scale(format)
      const playout = play(sound)
      const begun = performance.now()
      await playout.finish()
      expect(performance.now() - begun).toBeGreaterThan(900)
      await expect.poll(() => melody(heard().pitches), soon).toEqual(hertz)
      await expect.poll(() => heard().loudMs, soon).toBeGreaterThanOrEqual(980)
      expect(heard().loudMs).toBeLessThanOrEqual(1_300)
      // A busy machine may leave a gap; nothing of the sound itself may be missing, doubled or moved.
      if (exact) expect(withoutSilence(format, way.heard())).toEqual(withoutSilence(format, sound))
    })

    it('is silent soon after a clear, and heard again afterwards', async () => {
      const { format } = way.transport
      const playout = play(scale(format, [300, 300, 300, 300, 300]))
      await expect.poll(() => heard().loudMs, soon).toBeGreaterThan(200)
      playout.stop()
      const atStop = heard().loudMs
      await new Promise((resolve) => setTimeout(resolve, 600))
      expect(heard().loudMs - atStop).toBeLessThanOrEqual(silentWithinMs)
      await play(scale(format, [800])).finish()
      await expect.poll(() => melody(heard().pitches), soon).toEqual([300, 800])
    })

    it('pauses and goes on without losing a word', async () => {
      const playout = play(scale(way.transport.format))
      await expect.poll(() => heard().loudMs, soon).toBeGreaterThan(250)
      playout.pause()
      await new Promise((resolve) => setTimeout(resolve, 300))
      playout.resume()
      await playout.finish()
      await expect.poll(() => melody(heard().pitches).at(-1), soon).toBe(650)
      const notes = melody(heard().pitches)
      expect([...new Set(notes)]).toEqual(hertz)
    })

    it('brings the caller whole and in order, pauses too', async () => {
      const { format } = way.transport
      const sound = Buffer.concat([scale(format, [300, 500]), silence(format, 600), scale(format, [800, 400])])
      await way.say(sound)
      await expect.poll(() => melody(came().pitches), soon).toEqual([300, 500, 800, 400])
      await expect.poll(() => came().loudMs, soon).toBeGreaterThanOrEqual(780)
      const { pitches } = came()
      const pauseMs = pitches.slice(pitches.findIndex(Boolean), pitches.findLastIndex(Boolean)).filter((it) => it === 0).length * 20
      expect(pauseMs).toBeGreaterThan(500)
      expect(pauseMs).toBeLessThan(760)
      if (exact) await expect.poll(() => Buffer.from(way.came()).includes(sound), soon).toBe(true)
    })

    for (const [what, share] of Object.entries(faults))
      it(`bears ${what}`, async () => {
        await way.close()
        way = await open(share)
        const parts = Array.from({ length: 10 }, (_, at) => hertz[at % hertz.length]!)
        await way.say(scale(way.transport.format, parts))
        await expect.poll(() => melody(came().pitches), soon).toEqual(parts)
        await expect.poll(() => came().loudMs, soon).toBeGreaterThan(1_800)
        expect(came().loudMs).toBeLessThan(2_400)
      })

    it('says when it takes no more, and holds a bounded amount', async () => {
      const { transport } = way
      const second = silence(transport.format, 1_000)
      way.stall?.()
      let sentMs = 0
      // What a machine's network takes by itself is beyond us: a few megabytes at most.
      for (; sentMs < 1_800_000 && transport.takesSound(); sentMs += 1_000) transport.send(second)
      expect(transport.takesSound()).toBe(false)
      way.flow?.()
      if (way.stall) transport.clear()
      await expect.poll(() => transport.takesSound(), soon).toBe(true)
    })

    it('tells that a caller has gone without a word, and bears what is sent all the same', async () => {
      await play(scale(way.transport.format, [300])).finish()
      way.vanish()
      await expect.poll(() => way.gone(), soon).toBe(true)
      const frame = silence(way.transport.format, 20)
      for (let at = 0; at < 10_000; at++) way.transport.send(frame)
      way.transport.clear()
      way.transport.mark('m:1')
      way.transport.close('gone')
    })

    it('may be closed twice, and ends for the caller, too, where the way is its own', async () => {
      way.transport.close('the call is over')
      way.transport.close('the call is over')
      if (closes) await expect.poll(() => way.gone(), soon).toBe(true)
    })

    if (halves)
      it('ends when the caller closes its direction', async () => {
        way.halfClose!()
        await expect.poll(() => way.gone(), soon).toBe(true)
      })
  })
}
