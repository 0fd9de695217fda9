import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { leadMs, Playout } from '#streams/playout.ts'
import { frameBytes, frameMs } from '#streams/sound.ts'

/** A speaker that remembers; `open` says whether it takes sound. */
function listen() {
  const heard = { began: 0, ended: [] as number[], moments: [] as number[], open: true }
  const playout = new Playout({
    begin: () => void heard.began++,
    frame: (_pcm, heardAt) => void heard.moments.push(heardAt),
    end: (durationMs) => void heard.ended.push(durationMs),
    ready: () => heard.open,
  })
  return { heard, playout }
}
const soundOf = (ms: number) => new Uint8Array((frameBytes * ms) / frameMs)

describe('a playout', () => {
  it('sends the first frame at once and no more than its lead', () => {
    const { heard, playout } = listen()
    playout.write(soundOf(2_000))
    expect(heard.began).toBe(1)
    expect(heard.moments.length).toBeGreaterThan(0)
    expect(heard.moments.length * frameMs).toBeLessThanOrEqual(leadMs + frameMs)
    playout.stop()
  })

  it('ends when all of it has been heard, frame after frame', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(500))
    await playout.finish()
    expect(heard.ended).toEqual([500])
    expect(playout).toMatchObject({ over: true, playedMs: 500, lengthMs: 500 })
    expect(heard.moments).toHaveLength(25)
    expect(heard.moments.slice(1).every((it, index) => it - heard.moments[index]! >= frameMs - 0.01)).toBe(true)
  })

  it('does not hurry after its sound ran dry', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(100))
    await sleep(400)
    expect(playout.playedMs).toBe(100)
    playout.write(soundOf(2_000))
    expect(heard.moments.length * frameMs).toBeLessThanOrEqual(100 + leadMs + frameMs)
    expect(heard.moments[5]! - heard.moments[4]!).toBeGreaterThan(200)
    playout.stop()
  })

  it('waits while the way out is blocked, without losing a frame', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(100))
    heard.open = false
    playout.write(soundOf(400))
    await sleep(200)
    expect(heard.moments).toHaveLength(5)
    heard.open = true
    await playout.finish()
    expect(heard.moments).toHaveLength(25)
  })

  it('sends nothing once it is stopped, and what was heard stays as it was', async () => {
    const { heard, playout } = listen()
    playout.write(soundOf(2_000))
    await sleep(60)
    playout.stop()
    const { playedMs } = playout
    const sent = heard.moments.length
    playout.write(soundOf(500))
    await Promise.all([playout.finish(), playout.room(), sleep(60)])
    expect([heard.moments.length, heard.ended, playout.playedMs]).toEqual([sent, [], playedMs])
  })

  it('is over at once when there was nothing to say', async () => {
    const { heard, playout } = listen()
    await playout.finish()
    expect([heard.began, heard.ended, playout.over, playout.begun]).toEqual([0, [], true, false])
  })
})
