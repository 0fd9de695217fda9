import type { SpeechEngine } from '@myna/ports/speech'
import { createEspeak } from '@myna/speech-espeak'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'

const second = 32_000

/** A voice that gives something else than what it was asked for. */
const broken: SpeechEngine = {
  name: 'broken',
  formats: ['pcm-16k'],
  available: async () => ({ available: true, sentence: 'It is broken.' }),
  voices: async () => [{ id: 'one', name: 'One', language: 'en', gender: 'male' }],
  async *speak(_request, signal) {
    for (const piece of voices[mood]()) {
      if (signal.aborted) return
      yield piece
    }
  },
  close: async () => {},
}
/** White noise (a linear congruential generator). */
function noise(bytes: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length: bytes }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) >> 16)
}
const voices = {
  empty: () => [],
  zeros: () => Array.from({ length: 600 }, () => new Uint8Array(second)),
  endless: () => Array.from({ length: 600 }, () => noise(second)),
  noise: () => [noise(second)],
}

let mood: keyof typeof voices
let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls({ engines: [broken, createEspeak()] })), 120_000)
afterAll(() => room.close())

it.each([
  ['gives nothing', 'empty', 'another'],
  ['gives zeroes', 'zeros', 'another'],
  ['makes noise for ten minutes', 'endless', 'itself'],
  ['makes noise as long as words', 'noise', 'itself'],
] as const)(
  'a call whose first voice %s goes on: each turn ends, its words are kept, another voice stands in where it can be known, and the record says so',
  async (_name, next, firstHeard) => {
    mood = next
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent)
    const { call } = await talker.until(() => talker.messages('ready')[0], 45_000)
    await talker.heardOut(1)
    const first = Buffer.concat(talker.frames)
    talker.say('When are you open?')
    expect(await talker.heardOut(2)).toMatchObject({ interrupted: false, text: expect.stringMatching(/9/) })
    await talker.hangUp()
    const own = Buffer.from(noise(second).subarray(0, 640))
    expect(first.includes(own) ? 'itself' : 'another').toBe(firstHeard)
    expect(first.some((it) => it !== 0)).toBe(true)
    expect(first.byteLength / second).toBeLessThan(10)
    const failures = (await room.ledgerOf(agent.caller, call.id)).filter((it) => it.event === 'voice.failed')
    expect(failures.map((it) => it.detail)).toEqual(mood === 'endless' ? [{ code: 'voice.engine_failed' }] : [])
  },
  90_000,
)
