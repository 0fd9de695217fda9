import { setTimeout as sleep } from 'node:timers/promises'
import { frameBytesOf, frameMs } from '@myna/sound/frames'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Playout } from '#streams/playout.ts'
import { createWheel } from '#streams/wheel.ts'

const leadMs = 240
const frameBytes = frameBytesOf('mulaw-8k')

/** A way out that remembers, in pieces of 40 ms; `open` says whether it takes sound. */
function listen() {
  const wheel = createWheel()
  const heard = { began: 0, ended: [] as number[], moments: [] as number[], bytes: [] as number[], cleared: 0, open: true }
  const playout = new Playout(
    {
      format: 'mulaw-8k',
      leadMs,
      pieceMs: 40,
      send: (sound) => void heard.bytes.push(...sound),
      clear: () => void heard.cleared++,
      mark: () => {},
      takesSound: () => heard.open,
      close: () => {},
    },
    wheel,
    {
      begin: () => void heard.began++,
      sent: (_piece, heardAt) => void heard.moments.push(heardAt),
      end: (durationMs) => void heard.ended.push(durationMs),
    },
  )
  const sentMs = () => (heard.bytes.length / frameBytes) * frameMs
  return { heard, playout, wheel, sentMs }
}
/** Sound of which each frame has a number of its own. */
const soundOf = (ms: number, from = 0) => Uint8Array.from({ length: (frameBytes * ms) / frameMs }, (_, at) => from + Math.floor(at / frameBytes))
const framesOf = (bytes: number[]) => bytes.filter((_, at) => at % frameBytes === 0)

describe('a playout', () => {
  it('sends the first piece at once and no more than its lead', () => {
    const { heard, playout, sentMs } = listen()
    playout.write(soundOf(2_000))
    expect(heard.began).toBe(1)
    expect(sentMs()).toBeGreaterThan(0)
    expect(sentMs()).toBeLessThanOrEqual(leadMs + 40)
    playout.stop()
  })

  it('ends when all of it has been heard, piece after piece', async () => {
    const { heard, playout, sentMs } = listen()
    playout.write(soundOf(500))
    await playout.finish()
    expect(heard.ended).toEqual([500])
    expect(playout).toMatchObject({ over: true, playedMs: 500, lengthMs: 500 })
    expect(sentMs()).toBe(500)
    expect(heard.moments.slice(1).every((it, index) => it - heard.moments[index]! >= frameMs - 0.01)).toBe(true)
    expect(heard.cleared).toBe(0)
  })

  it('takes sound in pieces of any length and fills the last frame with silence', async () => {
    const { heard, playout } = listen()
    const sound = soundOf(200)
    for (let at = 0; at < 1500; at += 7) playout.write(sound.subarray(at, Math.min(at + 7, 1500)))
    playout.fill()
    await playout.finish()
    expect(heard.bytes.slice(0, 1500)).toEqual([...sound.subarray(0, 1500)])
    expect(heard.bytes.slice(1500)).toEqual(Array.from({ length: 100 }, () => 0xff))
  })

  it('does not hurry after its sound ran dry', async () => {
    const { heard, playout, sentMs } = listen()
    playout.write(soundOf(100))
    await sleep(400)
    expect(playout.playedMs).toBe(100)
    playout.write(soundOf(2_000))
    expect(sentMs()).toBeLessThanOrEqual(100 + leadMs + 40)
    expect(Math.max(...heard.moments.slice(1).map((it, index) => it - heard.moments[index]!))).toBeGreaterThan(200)
    playout.stop()
  })

  it('waits while the way out is blocked, without losing a frame', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(100))
    heard.open = false
    playout.write(soundOf(400, 5))
    await sleep(200)
    expect(heard.bytes.length).toBe(5 * frameBytes)
    heard.open = true
    await playout.finish()
    expect(framesOf(heard.bytes)).toEqual(Array.from({ length: 25 }, (_, at) => at))
  })

  it('falls silent and goes on where the caller stopped hearing, without losing or doubling a frame', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(1_000))
    await sleep(200)
    playout.pause()
    const heardMs = playout.playedMs
    expect(heard.cleared).toBe(1)
    const before = framesOf(heard.bytes).slice(0, heardMs / frameMs)
    await sleep(150)
    expect(playout.playedMs).toBe(heardMs)
    heard.bytes = []
    playout.resume()
    await playout.finish()
    expect([...before, ...framesOf(heard.bytes)]).toEqual(Array.from({ length: 50 }, (_, at) => at))
    expect(heard.ended).toEqual([1_000])
  })

  it('believes the carrier that the caller hears later than the clock says', async () => {
    const { playout } = listen()
    playout.write(soundOf(2_000))
    await sleep(300)
    playout.heard(100)
    expect(playout.playedMs).toBeLessThan(150)
    playout.stop()
  })

  it('sends nothing once it is stopped, and what was heard stays as it was', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(2_000))
    await sleep(60)
    playout.stop()
    const { playedMs } = playout
    const sent = heard.bytes.length
    playout.write(soundOf(500))
    await Promise.all([playout.finish(), playout.room(), sleep(60)])
    expect([heard.bytes.length, heard.ended, playout.playedMs, heard.cleared]).toEqual([sent, [], playedMs, 1])
  })

  it('is over at once when there was nothing to say', async () => {
    const { heard, playout } = listen()
    await playout.finish()
    expect([heard.began, heard.ended, playout.over, playout.begun]).toEqual([0, [], true, false])
  })

  it('is on the wheel no more once it was stopped, whatever was asked of it before and is asked afterwards', () => {
    type Ask = 'write' | 'fill' | 'pause' | 'resume' | 'finish' | 'stop'
    const asks = fc.array(fc.constantFrom<Ask>('write', 'fill', 'pause', 'resume', 'finish', 'stop'), { maxLength: 6 })
    fc.assert(
      fc.property(asks, asks, (before, afterwards) => {
        const { playout, wheel } = listen()
        const ask = (it: Ask) => void (it === 'write' ? playout.write(soundOf(1_010)) : playout[it]())
        for (const it of before) ask(it)
        playout.stop()
        for (const it of afterwards) ask(it)
        expect(wheel.size).toBe(0)
      }),
    )
  })
})
