import type { ListenDown } from '@myna/contracts/voice'
import { createGuardedFetch, createGuardedSocket } from '@myna/fetch-guarded'
import { toneSentences, toneSpeech } from '@myna/ports/conformance/tone-speech'
import { PortFault } from '@myna/ports/fault'
import { createDeepgramRecognition } from '@myna/recognition-deepgram'
import { createOpenAiRecognition } from '@myna/recognition-openai'
import { createDeepgramSpeech } from '@myna/speech-deepgram'
import { createOpenAiSpeech } from '@myna/speech-openai'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { playDeepgram as playDeepgramEars } from '../../../adapters/recognition/deepgram/test/play-deepgram.ts'
import { playOpenAi as playOpenAiEars } from '../../../adapters/recognition/openai/test/play-openai.ts'
import { playDeepgram as playDeepgramVoices } from '../../../adapters/speech/deepgram/test/play-deepgram.ts'
import { playOpenAi as playOpenAiVoices } from '../../../adapters/speech/openai/test/play-openai.ts'
import { openVoice } from '#test/house.ts'

const [sentence = ''] = toneSentences

describe.each(['process', 'http'] as const)('two vendors of speech, over %s', (how) => {
  let it_: Awaited<ReturnType<typeof openVoice>>
  let deepgram: Awaited<ReturnType<typeof playDeepgramVoices>>
  let openAi: Awaited<ReturnType<typeof playOpenAiVoices>>
  let deepgramEars: Awaited<ReturnType<typeof playDeepgramEars>>
  let openAiEars: Awaited<ReturnType<typeof playOpenAiEars>>
  const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
  const sockets = createGuardedSocket({ allowHosts: ['127.0.0.1'] })

  beforeAll(async () => {
    it_ = await openVoice({
      makeSpeech({ kind, name, key = '', baseUrl, model }) {
        const settings = { fetch: guarded.fetch, name, key, baseUrl: baseUrl ?? undefined, model: model ?? undefined }
        return kind === 'deepgram' ? createDeepgramSpeech(settings) : createOpenAiSpeech(settings)
      },
      makeRecognition({ kind, key = '', baseUrl, model }) {
        const settings = { openSocket: sockets.openSocket, key, baseUrl: baseUrl ?? undefined, model: model ?? undefined }
        if (kind === 'http') throw new PortFault('A voice server only speaks.', { retryable: false })
        return kind === 'deepgram' ? createDeepgramRecognition(settings) : createOpenAiRecognition(settings)
      },
    })
  }, 60_000)
  afterAll(async () => {
    await it_.close()
    await Promise.all([guarded.close(), sockets.close()])
  })
  beforeEach(async () => {
    deepgram = await playDeepgramVoices()
    openAi = await playOpenAiVoices()
    deepgramEars = await playDeepgramEars()
    openAiEars = await playOpenAiEars()
  })
  afterEach(async () => void (await Promise.all([deepgram, openAi, deepgramEars, openAiEars].map((it) => it.close()))))

  const openTenant = () => it_.clientOf(it_.house.newCaller(), how)
  type Client = ReturnType<typeof openTenant>
  const addVoices = async (client: Client) => ({
    first: await client.addSpeechProvider({ kind: 'deepgram', name: 'Deepgram', key: deepgram.key, baseUrl: deepgram.baseUrl, listens: false }),
    second: await client.addSpeechProvider({ kind: 'openai', name: 'OpenAI', key: openAi.key, baseUrl: `${openAi.baseUrl}/v1`, listens: false }),
  })
  const addEars = async (client: Client) => ({
    first: await client.addSpeechProvider({ kind: 'deepgram', name: 'Deepgram', key: deepgramEars.key, baseUrl: deepgramEars.url, speaks: false }),
    second: await client.addSpeechProvider({ kind: 'openai', name: 'OpenAI', key: openAiEars.key, baseUrl: `${openAiEars.url}/v1`, speaks: false }),
  })
  const bytesOf = async (sound: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(sound)).byteLength
  const spokenBy = (server: { asked: { method: string }[] }) => server.asked.filter((it) => it.method === 'POST').length

  it('speak in their order, in the format of the call, and by the id of a voice', async () => {
    const client = openTenant()
    const { first, second } = await addVoices(client)
    const { items } = await client.listVoices({ limit: 200 })
    expect(items[0]).toEqual({ id: `${first.id}:aura-2-thalia-en`, engine: 'Deepgram', name: 'Thalia (American)', language: 'en', gender: 'female' })
    expect(new Set(items.map((it) => it.id)).size).toBe(items.length)
    expect(await bytesOf(client.speak({ text: 'Good morning.', language: 'en', format: 'mulaw-8k' }))).toBeGreaterThan(5_000)
    expect([spokenBy(deepgram), spokenBy(openAi)]).toEqual([1, 0])
    expect(deepgram.asked.at(-1)!.url.searchParams.get('encoding')).toBe('mulaw')
    const bengali = items.find((it) => it.id.startsWith(second.id) && it.language === 'bn')!
    expect(await bytesOf(client.speak({ text: 'নমস্কার', language: 'bn', voiceId: bengali.id }))).toBeGreaterThan(5_000)
    expect([spokenBy(deepgram), spokenBy(openAi)]).toEqual([1, 1])
  })

  it.each(['down', 'busy', 'stalls_before', 'html', 'silence'] as const)('stand in for each other when the first is %s', async (mood) => {
    const client = openTenant()
    await addVoices(client)
    await client.listVoices({})
    deepgram.be(mood)
    expect(await bytesOf(client.speak({ text: 'Good morning.', language: 'en' }))).toBeGreaterThan(5_000)
    expect(spokenBy(openAi)).toBe(1)
    const { items } = await client.listSpeechProviders({})
    expect(items[0]!.lastError).toMatch(/^\S.*\.$/)
    expect(items[1]!.lastError).toBeNull()
  })

  it('leave a sentence that stops midway at that, and the next vendor says the next', async () => {
    const client = openTenant()
    await addVoices(client)
    deepgram.be('stalls_midway')
    await expect(bytesOf(client.speak({ text: 'Good morning, this is a long sentence.', language: 'en' }))).rejects.toThrow()
    expect(spokenBy(openAi)).toBe(0)
    deepgram.be('well')
    expect(await bytesOf(client.speak({ text: 'And this is another one.', language: 'en' }))).toBeGreaterThan(5_000)
    expect([spokenBy(deepgram), spokenBy(openAi)]).toEqual([1, 1])
  })

  it('are proved by a word, and say what is wrong with a key', async () => {
    const client = openTenant()
    const { first } = await addVoices(client)
    const ears = await addEars(client)
    expect(await client.testSpeechProvider({ providerId: first.id })).toMatchObject({
      works: true,
      sentence: 'Deepgram said "Hello" with the voice Thalia (American).',
      languages: ['en'],
    })
    expect(await client.testSpeechProvider({ providerId: ears.second.id })).toMatchObject({
      works: true,
      sentence: 'OpenAI opened its ears.',
      languages: ['en', 'hi'],
    })
    for (const { id: providerId } of [first, ears.first]) {
      await client.updateSpeechProvider({ providerId, key: 'a-wrong-key-of-mine' })
      const proof = await client.testSpeechProvider({ providerId })
      expect(proof).toMatchObject({ works: false, sentence: expect.stringMatching(/key/) })
      expect(JSON.stringify([proof, await client.listSpeechProviders({})])).not.toContain('a-wrong-key-of-mine')
    }
  })

  it('listen in their order; a half-heard utterance is recognised whole by the second', async () => {
    const client = openTenant()
    await addEars(client)
    const line = await client.listen({ languages: ['en'], phrases: ['Sundarban'] })
    const got: ListenDown[] = []
    void (async () => {
      for await (const message of line.messages) if (!(message instanceof Uint8Array)) got.push(message)
    })().catch(() => {})
    const finals = () => got.flatMap((it) => (it.type === 'text' && it.final ? [it.text] : []))
    const sound = toneSpeech(sentence)
    const say = (from: number, to: number) => {
      for (let at = from; at < to; at += 640) line.sendBytes(sound.subarray(at, Math.min(to, at + 640)))
    }
    say(0, sound.byteLength)
    line.send({ type: 'end' })
    await vi.waitFor(() => expect(finals()).toEqual([sentence]), 15_000)
    expect(deepgramEars.phrases).toEqual(['Sundarban'])
    const half = Math.floor(sound.byteLength / 1280) * 640
    say(0, half)
    await vi.waitFor(() => expect(got.filter((it) => it.type === 'text' && !it.final).length).toBeGreaterThan(0), 15_000)
    deepgramEars.cut()
    await vi.waitFor(() => expect(got.flatMap((it) => (it.type === 'engine' ? [it.name] : []))).toEqual(['Deepgram', 'OpenAI']), 15_000)
    say(half, sound.byteLength)
    line.send({ type: 'end' })
    await vi.waitFor(() => expect(finals()).toEqual([sentence, sentence]), 15_000)
    expect([...deepgramEars.complaints, ...openAiEars.complaints]).toEqual([])
    line.close()
    await vi.waitFor(() => expect(openAiEars.talks).toBe(0), 15_000)
  })
})
