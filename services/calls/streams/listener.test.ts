import type { SocketClient } from '@myna/contracts'
import type { ListenDown, ListenUp } from '@myna/contracts/voice'
import { pcmToMuLaw } from '@myna/sound/g711'
import { createNoise, createVowels } from '@myna/sound/test/speech-like'
import { warmVoiceActivity } from '@myna/sound/voice-activity'
import { beforeAll, describe, expect, it } from 'vitest'
import { openListener } from '#streams/listener.ts'

const rate = 8000
const quiet = () => createNoise(rate, 0.8, -65)
const voice = (seconds: number, seed = 1) => createVowels(rate, seconds, -20, seed)

/** A chord a third of a second, as from a radio. */
function music(seconds: number): Int16Array {
  return Int16Array.from({ length: rate * seconds }, (_, at) => {
    const root = 220 * 2 ** ([0, 5, 7, 3][Math.floor((3 * at) / rate) % 4]! / 12)
    const fades = Math.exp(-((at % (rate / 3)) / rate) * 4)
    return Math.round(3_000 * fades * [1, 1.25, 1.5].reduce((sum, part) => sum + Math.sin((2 * Math.PI * root * part * at) / rate), 0))
  })
}

const together = (one: Int16Array, other: Int16Array) => one.map((it, at) => it + (other[at] ?? 0))

/** A listener whose engine says what `answer` gives each time a turn is over. */
function open(answer: (turn: number) => ListenDown[]) {
  const told: string[] = []
  const down: ListenDown[] = []
  let wake = () => {}
  let over = false
  let turns = 0
  let fedBytes = 0
  const say = (...messages: ListenDown[]) => {
    down.push(...messages)
    wake()
  }
  const socket: SocketClient<ListenUp, ListenDown> = {
    send: (message) => message.type === 'end' && say(...answer(++turns)),
    sendBytes: (piece) => void (fedBytes += piece.byteLength),
    messages: (async function* () {
      while (!over) {
        while (down.length > 0) yield down.shift()!
        if (!over) await new Promise<void>((resolve) => (wake = resolve))
      }
    })(),
    close() {
      over = true
      wake()
    },
  }
  const listener = openListener({
    socket,
    format: 'mulaw-8k',
    suppressNoise: false,
    tell: {
      began: () => void told.push('began'),
      partial: (text) => void told.push(`partial ${text}`),
      mayEnd: () => {},
      coughed: () => void told.push('coughed'),
      endingSilenceMs: () => 500,
      utterance: ({ text }) => void told.push(`utterance ${text}`),
      failed: () => void told.push('failed'),
    },
  })
  const hear = async (...sounds: Int16Array[]) => {
    for (const pcm of sounds) {
      const mulaw = new Uint8Array(pcm.length)
      pcmToMuLaw(pcm, mulaw)
      listener.hear(mulaw)
    }
    // What the engine said is read before anything else happens.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { told, say, hear, listener, fedMs: () => fedBytes / 8 }
}
const final = (text: string): ListenDown => ({ type: 'text', text, final: true, language: 'en' })

describe('a listener', () => {
  beforeAll(warmVoiceActivity)

  it('hears a turn once, however often its engine says it', async () => {
    const { told, say, hear, listener } = open((turn) => [final(`turn ${turn}`)])
    await hear(quiet(), voice(1), quiet())
    say(final('turn 1'), final('turn 1'))
    await hear(quiet())
    expect(told).toEqual(['began', 'utterance turn 1'])
    await hear(voice(1, 2), quiet())
    expect(told.slice(2)).toEqual(['began', 'utterance turn 2'])
    listener.close()
  })

  it('takes the same words twice from a caller who says them twice', async () => {
    const { told, hear, listener } = open(() => [final('yes')])
    await hear(quiet(), voice(1), quiet(), voice(1, 2), quiet())
    expect(told.filter((it) => it === 'utterance yes')).toHaveLength(2)
    listener.close()
  })

  it('joins what an engine says piece by piece', async () => {
    const { told, say, hear, listener } = open(() => [final('please')])
    await hear(quiet(), voice(1))
    say(final('call me back'))
    await hear()
    await hear(quiet())
    expect(told.at(-1)).toBe('utterance call me back please')
    listener.close()
  })

  it('takes two who speak at once for one turn', async () => {
    const { told, hear, listener } = open(() => [final('what one of them said')])
    await hear(quiet(), together(voice(2, 3), voice(2, 4)), quiet())
    expect(told).toEqual(['began', 'utterance what one of them said'])
    listener.close()
  })

  it('asks nothing of its engine while nobody speaks for ten minutes, and hears who speaks then', async () => {
    const { told, hear, listener, fedMs } = open(() => [final('hello')])
    const minute = createNoise(rate, 60, -65)
    for (let minutes = 0; minutes < 10; minutes++) await hear(minute)
    expect([told, fedMs()]).toEqual([[], 0])
    await hear(voice(1), quiet())
    expect(told).toEqual(['began', 'utterance hello'])
    listener.close()
  })

  it('makes no words of music, and feeds it no longer than a turn may last', async () => {
    const { told, hear, listener, fedMs } = open(() => [final('')])
    await hear(quiet(), music(70), quiet())
    expect(told.filter((it) => it.startsWith('partial') || /^utterance ./.test(it))).toEqual([])
    expect(told.filter((it) => it === 'began').length).toBe(told.filter((it) => it.startsWith('utterance')).length)
    expect(fedMs()).toBeLessThanOrEqual(75_000)
    await hear(voice(1), quiet())
    expect(told.at(-1)).toBe('utterance ')
    listener.close()
  })
})
