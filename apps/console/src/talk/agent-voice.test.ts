import type { TalkUp } from '@myna/contracts/calls'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AgentVoice } from './agent-voice.ts'
import { PeerPlayout } from './peer-playout.ts'
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
  voice.end('a', 500)
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
  voice.end('a', 500)
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
  voice.end('a', 500)
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
  voice.end('a', 500)
  expect(sent).toEqual([{ type: 'played', turnId: 'a' }])
})

describe('a voice that comes over a peer connection', () => {
  afterEach(() => void vi.useRealTimers())

  function startPeer() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const it = start()
    const silent: boolean[] = []
    const peer = new PeerPlayout({ silence: (on) => silent.push(on) }, (event) => it.voice.onPlayout(event))
    it.voice.throughPeer(peer)
    return { ...it, silent, wait: (ms: number) => vi.advanceTimersByTime(ms) }
  }

  test('is heard to its end by the clock', () => {
    const { voice, sent, wait } = startPeer()
    voice.begin('a')
    expect(voice.playing).toBe('a')
    wait(400)
    voice.end('a', 1_000)
    wait(700)
    expect(sent).toEqual([])
    wait(100)
    expect(sent).toEqual([{ type: 'played', turnId: 'a' }])
    expect(voice.active).toBe(false)
  })

  test('falls silent at once when the caller interrupts, and tells once how much was heard', () => {
    const { voice, sent, silent, wait } = startPeer()
    voice.begin('a')
    wait(420)
    void voice.stop('caller')
    expect(sent).toEqual([{ type: 'interrupt', turnId: 'a', playedMs: 300 }])
    expect(silent).toEqual([false, true])
    voice.begin('b')
    expect(silent.at(-1)).toBe(false)
  })

  test('goes on after a pause, and ends when all of it was heard', () => {
    const { voice, sent, wait } = startPeer()
    voice.begin('a')
    wait(420)
    void voice.stop('server')
    voice.begin('a')
    wait(220)
    voice.end('a', 1_000)
    wait(599)
    expect(sent).toEqual([{ type: 'interrupt', turnId: 'a', playedMs: 300 }])
    wait(1)
    expect(sent.at(-1)).toEqual({ type: 'played', turnId: 'a' })
  })

  test('goes on over the socket when the connection is lost, and what was heard before counts', () => {
    const { voice, sent, wait, play } = startPeer()
    voice.begin('a')
    wait(420)
    voice.throughPeer(undefined)
    voice.sound(sound(400))
    play(100)
    void voice.stop('caller')
    play(20)
    expect(sent).toEqual([{ type: 'interrupt', turnId: 'a', playedMs: 405 }])
  })

  test('is heard over the socket where the turn began there', () => {
    const { voice, sent, play } = startPeer()
    voice.begin('a')
    voice.sound(sound(300))
    voice.end('a', 300)
    play(320)
    expect(sent).toEqual([{ type: 'played', turnId: 'a' }])
  })
})
