import { createPocketsphinx } from '@myna/recognition-pocketsphinx'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fliteSpeech, missingHere } from '../../../adapters/recognition/pocketsphinx/test/flite.ts'
import { frameBytesOf, frameMs } from '@myna/sound/frames'
import { openCalls } from '#test/house.ts'
import type { Talker } from '#test/talker.ts'

const missing = missingHere()

describe.skipIf(missing)(`a server that hears${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let room: Awaited<ReturnType<typeof openCalls>>
  beforeAll(async () => void (room = await openCalls({ recognisers: [createPocketsphinx()] })))
  afterAll(() => room.close())

  /** Speaks into the microphone at the pace of speech, with a quiet room before and after, until `over`. */
  async function speak(talker: Talker, text: string, over: () => unknown): Promise<void> {
    const room = (ms: number) => Uint8Array.from({ length: ms * 32 }, (_, index) => (index % 2 === 0 ? (index * 7919) % 5 : 0))
    const sound = Buffer.concat([room(600), fliteSpeech(text), room(20_000)])
    const begun = performance.now()
    for (let at = 0; at + frameBytesOf('pcm-16k') <= sound.byteLength && !over(); at += frameBytesOf('pcm-16k')) {
      talker.sendBytes(sound.subarray(at, at + frameBytesOf('pcm-16k')))
      const dueMs = (at / frameBytesOf('pcm-16k')) * frameMs - (performance.now() - begun)
      if (dueMs > 5) await sleep(dueMs)
    }
  }
  const callerTurn = (talker: Talker, count: number) => talker.turns.filter((it) => it.speaker === 'caller')[count - 1]

  it.each(['process', 'http'] as const)('writes down what the caller says and answers it, and stops when the caller speaks, over %s', async (how) => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent, { how })
    expect((await talker.until(() => talker.messages('ready')[0])).canHear).toEqual(['en'])
    talker.send({ type: 'listen', by: 'server' })
    await talker.heardOut(1)
    await speak(talker, 'what is your phone number', () => callerTurn(talker, 1))
    expect(callerTurn(talker, 1)!.text.toLowerCase()).toContain('phone number')
    const answer = await talker.midSpeech(10)
    const first = await talker.until(() => talker.turns.find((it) => it.id === answer.turnId))
    expect(first.latency!.endOfSpeechMs).toBeGreaterThan(500)
    await speak(talker, 'when are you open', () => callerTurn(talker, 2))
    expect(talker.messages('audio_stop').length).toBeGreaterThan(0)
    expect(talker.turns.find((it) => it.id === answer.turnId)).toMatchObject({ interrupted: true })
    await talker.until(() => talker.turns.filter((it) => it.speaker === 'agent').length === 3)
    talker.send({ type: 'listen', by: 'none' })
    await talker.hangUp()
  })

  it('bears who listens being changed again and again', async () => {
    const talker = await room.talkTo(await room.newAgent())
    for (const by of ['server', 'none', 'server', 'browser', 'server', 'server'] as const) talker.send({ type: 'listen', by })
    await talker.heardOut(1)
    await speak(talker, 'when are you open', () => callerTurn(talker, 1))
    expect(callerTurn(talker, 1)!.text.toLowerCase()).toContain('open')
    await talker.hangUp()
    expect(talker.messages('trouble')).toEqual([])
  })
})
