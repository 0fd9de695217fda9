import { expect, test } from 'vitest'
import { longestQueueMs, Playout, type PlayoutEvent } from './playout.ts'

function start(prebufferMs = 40) {
  const events: PlayoutEvent[] = []
  const playout = new Playout(prebufferMs, (it) => events.push(it))
  const play = (blocks: number) => {
    const out = new Float32Array(128 * blocks)
    for (let i = 0; i < blocks; i++) playout.fill(out.subarray(i * 128, (i + 1) * 128))
    return out
  }
  return { events, playout, play }
}
const sound = (samples: number, value = 16384) => new Int16Array(samples).fill(value)

test('is silent until 40 ms are there, then plays every sample', () => {
  const { events, playout, play } = start()
  playout.push('a', sound(639))
  expect(play(2).every((it) => it === 0)).toBe(true)
  playout.push('a', sound(1))
  expect(play(5).filter((it) => it === 0.5)).toHaveLength(640)
  expect(events).toEqual([{ type: 'started', id: 'a', playedMs: 0 }])
})
test('plays a short utterance as soon as it is whole and says how much was heard', () => {
  const { events, playout, play } = start()
  playout.push('a', sound(160))
  playout.end('a')
  expect(play(2).filter((it) => it !== 0)).toHaveLength(160)
  expect(events.map((it) => it.type)).toEqual(['started', 'done'])
  expect(events[1]!.playedMs).toBe(10)
})
test('stops within 5 ms when cut, and says how much was heard', () => {
  const { events, playout, play } = start()
  playout.push('a', sound(16000))
  play(10)
  playout.cut()
  const after = play(4)
  expect(after.filter((it) => it !== 0).length).toBeLessThanOrEqual(80)
  expect(after.slice(80).every((it) => it === 0)).toBe(true)
  expect(events.at(-1)).toEqual({ type: 'cut', id: 'a', playedMs: (1280 + 80) / 16 })
})
test('waits again when an utterance runs dry, and goes on with it', () => {
  const { events, playout, play } = start()
  playout.push('a', sound(640))
  play(6)
  expect(playout.underruns).toBe(1)
  playout.push('a', sound(320))
  expect(play(2).every((it) => it === 0)).toBe(true)
  playout.push('a', sound(320))
  expect(play(5).filter((it) => it !== 0)).toHaveLength(640)
  expect(events.filter((it) => it.type === 'started')).toHaveLength(1)
})
test('plays utterances one after the other, each with its own length', () => {
  const { events, playout, play } = start()
  for (const id of ['a', 'b']) {
    playout.push(id, sound(1600))
    playout.end(id)
  }
  play(40)
  expect(events).toEqual([
    { type: 'started', id: 'a', playedMs: 0 },
    { type: 'done', id: 'a', playedMs: 100 },
    { type: 'started', id: 'b', playedMs: 0 },
    { type: 'done', id: 'b', playedMs: 100 },
  ])
})
test('keeps no more than two minutes', () => {
  const { playout } = start()
  for (let i = 0; i < 130; i++) playout.push('a', sound(16000))
  expect(playout.dropped).toBe(130 * 16000 - (longestQueueMs / 1000) * 16000)
})
test('cutting nothing says nothing', () => {
  const { events, playout } = start()
  playout.cut()
  expect(events).toEqual([])
})
