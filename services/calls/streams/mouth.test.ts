import { frameBytesOf } from '@myna/sound/frames'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SpokenSentence } from '#domain/heard-words.ts'
import { type Sentence, say } from '#streams/mouth.ts'
import { Playout } from '#streams/playout.ts'
import { createWheel } from '#streams/wheel.ts'

const frame = frameBytesOf('mulaw-8k')
const second = new Uint8Array(50 * frame).fill(0x55)

/** Lets a mouth say sentences; time passes as the test wishes. */
function speak(...sentences: { text: string; sound: () => AsyncIterable<Uint8Array> }[]) {
  const spoken: SpokenSentence[] = []
  const failures: unknown[] = []
  let sentBytes = 0
  const playout = new Playout(
    {
      format: 'mulaw-8k',
      leadMs: 240,
      pieceMs: 80,
      send: (sound) => void (sentBytes += sound.byteLength),
      clear: () => {},
      mark: () => {},
      takesSound: () => true,
      close: () => {},
    },
    createWheel(),
    { begin: () => {}, sent: () => {}, end: () => {} },
  )
  async function* queue(): AsyncGenerator<Sentence> {
    for (const it of sentences) yield { ...it, noted: Promise.resolve(true), aside: false }
  }
  const over = say(queue(), { playout, signal: new AbortController().signal, spoken, onFailure: (error) => failures.push(error) })
  return { spoken, failures, over, sentMs: () => (sentBytes / frame) * 20 }
}
async function* voiced(): AsyncGenerator<Uint8Array> {
  yield second
}
async function* nothing(): AsyncGenerator<Uint8Array> {}

describe('a mouth', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('goes on after a voice that returns nothing', async () => {
    const it = speak({ text: 'Hello.', sound: nothing }, { text: 'How can I help?', sound: voiced })
    await vi.advanceTimersByTimeAsync(3_000)
    await it.over
    expect(it.spoken.map(({ text, durationMs }) => [text, durationMs])).toEqual([
      ['Hello.', 0],
      ['How can I help?', 1_000],
    ])
    expect(it.failures).toEqual([])
  })

  it('leaves a voice that does not end, lets it go, and says the next sentence', async () => {
    let isLetGo = false
    let seconds = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (; seconds < 600; seconds++) yield second
      } finally {
        isLetGo = true
      }
    }
    const it = speak({ text: 'Hello there.', sound: endless }, { text: 'How can I help?', sound: voiced })
    await vi.advanceTimersByTimeAsync(60_000)
    await it.over
    expect(isLetGo).toBe(true)
    expect(seconds).toBeLessThan(20)
    expect(it.spoken.map(({ text }) => text)).toEqual(['Hello there.', 'How can I help?'])
    expect(it.sentMs()).toBeLessThan(20_000)
  })

  it('says all of a slow voice', async () => {
    async function* slow(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 8; at++) yield second
    }
    const it = speak({ text: 'We are open from nine to six.', sound: slow })
    await vi.advanceTimersByTimeAsync(10_000)
    await it.over
    expect(it.sentMs()).toBe(8_000)
  })
})
