import type { TalkUp } from '@myna/contracts/calls'
import { expect, test } from 'vitest'
import { AgentVoice } from './agent-voice.ts'
import { Playout, type PlayoutEvent } from './playout.ts'

/** A voice on a real queue of sound; what the queue says arrives when `hear` is called, as from a worklet. */
function start() {
  const sent: TalkUp[] = []
  const news: PlayoutEvent[] = []
  const playout = new Playout(40, (it) => news.push(it))
  const voice = new AgentVoice({ send: (it) => sent.push(it), changed: () => {} })
  voice.through({
    push: (id, frame) => playout.push(id, new Int16Array(frame.slice().buffer)),
    end: (id) => playout.end(id),
    cut: () => playout.cut(),
  })
  const hear = () => {
    for (const it of news.splice(0)) voice.onPlayout(it)
  }
  const play = (ms: number) => {
    const out = new Float32Array(16 * ms)
    playout.fill(out)
    hear()
    return out.filter((it) => it !== 0).length / 16
  }
  return { voice, sent, hear, play }
}
const sound = (ms: number) => new Uint8Array(new Int16Array(16 * ms).fill(16384).buffer)

test('goes on with a turn that the server paused, and counts what is heard from there', () => {
  const { voice, sent, play } = start()
  voice.begin('a')
  voice.sound(sound(500))
  expect(play(100)).toBe(100)
  void voice.stop('server')
  play(20)
  expect(sent).toEqual([{ type: 'interrupt', turnId: 'a', playedMs: 105 }])
  voice.begin('a')
  voice.sound(sound(400))
  voice.end('a')
  expect(play(500)).toBe(400)
  expect(sent.slice(1)).toEqual([{ type: 'played', turnId: 'a' }])
  expect(voice.active).toBe(false)
})
test('an interruption after a pause tells how much was heard since the latest start', () => {
  const { voice, sent, play } = start()
  voice.begin('a')
  voice.sound(sound(500))
  play(200)
  void voice.stop('server')
  play(20)
  voice.begin('a')
  voice.sound(sound(300))
  play(50)
  void voice.stop('caller')
  play(20)
  expect(sent.at(-1)).toEqual({ type: 'interrupt', turnId: 'a', playedMs: 55 })
})
test('a turn that goes on before the loudspeaker has said that it stopped is neither reported nor lost', () => {
  const { voice, sent, hear, play } = start()
  voice.begin('a')
  voice.sound(sound(500))
  play(100)
  void voice.stop('server')
  voice.begin('a')
  voice.sound(sound(400))
  hear()
  expect(sent).toEqual([])
  voice.sound(sound(100))
  voice.end('a')
  expect(play(600)).toBe(505)
  expect(sent).toEqual([{ type: 'played', turnId: 'a' }])
})
test('what the caller cut is reported even if the server goes on meanwhile', () => {
  const { voice, sent, hear, play } = start()
  voice.begin('a')
  voice.sound(sound(500))
  play(100)
  void voice.stop('caller')
  voice.begin('a')
  hear()
  expect(sent).toEqual([{ type: 'interrupt', turnId: 'a', playedMs: 105 }])
  voice.sound(sound(100))
  expect(play(100)).toBe(5)
})
test('sound that comes late for a cut turn is thrown away', () => {
  const { voice, play } = start()
  voice.begin('a')
  voice.sound(sound(100))
  play(50)
  void voice.stop('caller')
  play(20)
  voice.sound(sound(400))
  voice.end('a')
  expect(play(100)).toBe(0)
})
test('stopping before anything was heard says so', () => {
  const { voice, sent } = start()
  voice.begin('a')
  void voice.stop('server')
  expect(sent).toEqual([{ type: 'interrupt', turnId: 'a', playedMs: 0 }])
})
test('without a loudspeaker a turn is taken for heard when it ends', () => {
  const sent: TalkUp[] = []
  const voice = new AgentVoice({ send: (it) => sent.push(it), changed: () => {} })
  voice.begin('a')
  voice.end('a')
  expect(sent).toEqual([{ type: 'played', turnId: 'a' }])
})
