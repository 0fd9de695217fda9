import type { ListenDown } from '@myna/contracts/voice'
import { pcmToMuLaw } from '@myna/sound/g711'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openVoice } from '#test/house.ts'
import { type PlayedEars, playEars } from '#test/played-engines.ts'

describe.each(['process', 'http'] as const)('listening of an organisation with vendors, over %s', (how) => {
  let it_: Awaited<ReturnType<typeof openVoice>>
  const here = playEars('here')
  const grammar = playEars('grammar')
  let [a, b] = [undefined as unknown as PlayedEars, undefined as unknown as PlayedEars]
  const lines: { close(): void }[] = []
  beforeAll(async () => void (it_ = await openVoice({ ears: [here], grammars: [grammar] })), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => {
    for (const engine of [here, grammar]) Object.assign(engine, { mood: 'well', opened: 0, expected: [], formatsAsked: [] })
    a = it_.playEars('Alpha')
    b = it_.playEars('Beta')
  })
  afterEach(() => lines.splice(0).forEach((line) => line.close()))

  /** A fresh organisation with Alpha before Beta. */
  const openTenant = async () => {
    const client = it_.clientOf(it_.house.newCaller(), how)
    const add = (name: string) => client.addSpeechProvider({ kind: 'deepgram', name, key: 'k', speaks: false })
    return { client, alpha: await add('Alpha'), beta: await add('Beta') }
  }
  /** A line to the ears: what they said, in order, and the end of it. */
  const open = async (client: Awaited<ReturnType<typeof openTenant>>['client'], more: Partial<Parameters<typeof client.listen>[0]> = {}) => {
    const line = await client.listen({ languages: ['en'], ...more })
    lines.push(line)
    const got: ListenDown[] = []
    const state: { error: unknown; over: boolean } = { error: undefined, over: false }
    const read = async () => {
      for await (const message of line.messages) if (!(message instanceof Uint8Array)) got.push(message)
    }
    void read()
      .catch((error: unknown) => (state.error = error))
      .finally(() => (state.over = true))
    return {
      line,
      state,
      say: (text: string) => line.sendBytes(Buffer.from(text)),
      end: () => line.send({ type: 'end' }),
      engines: () => got.flatMap((it) => (it.type === 'engine' ? [it.name] : [])),
      finals: () => got.flatMap((it) => (it.type === 'text' && it.final ? [it.text] : [])),
    }
  }
  const soon = (check: () => void) => vi.waitFor(check, 10_000)

  it('is by the first vendor', async () => {
    const { client } = await openTenant()
    const ear = await open(client)
    ear.say('call me back')
    ear.end()
    await soon(() => expect(ear.finals()).toEqual(['call me back']))
    expect(ear.engines()).toEqual(['Alpha'])
    ear.line.close()
    await soon(() => expect(a.open).toBe(0))
    expect(b.opened).toBe(0)
  })

  it('loses no word of a half-heard utterance when a vendor fails', async () => {
    const { client } = await openTenant()
    a.mood = 'dies'
    const ear = await open(client)
    ear.line.send({ type: 'expect', phrases: ['tomorrow'] })
    for (const word of ['please ', 'call ', 'me ', 'back ', 'tomorrow']) ear.say(word)
    ear.end()
    await soon(() => expect(ear.finals()).toEqual(['please call me back tomorrow']))
    expect(ear.engines()).toEqual(['Alpha', 'Beta'])
    expect(b.expected).toEqual(['tomorrow'])
    expect((await client.listSpeechProviders({})).items[0]).toMatchObject({ lastError: 'Alpha lost the line.' })
  })

  it('goes back to the preferred vendor by itself once that has rested', async () => {
    const { client } = await openTenant()
    a.mood = 'dies'
    const ear = await open(client)
    ear.say('a long sentence')
    ear.end()
    await soon(() => expect(ear.finals()).toHaveLength(1))
    a.mood = 'well'
    ear.say('two')
    ear.end()
    await soon(() => expect(ear.finals()).toHaveLength(2))
    expect(ear.engines()).toEqual(['Alpha', 'Beta'])
    it_.wait(11_000)
    ear.say('three')
    ear.end()
    await soon(() => expect(ear.engines()).toEqual(['Alpha', 'Beta', 'Alpha']))
    ear.say('four')
    ear.end()
    await soon(() => expect(ear.finals()).toEqual(['a long sentence', 'two', 'three', 'four']))
    await soon(() => expect(b.open).toBe(0))
  })

  it('follows a change of order after the utterance, and a removal at once', async () => {
    const { client, alpha, beta } = await openTenant()
    const ear = await open(client)
    await client.orderSpeechProviders({ providerIds: [beta.id, alpha.id] })
    ear.say('one')
    ear.end()
    await soon(() => expect(ear.engines()).toEqual(['Alpha', 'Beta']))
    ear.say('half of ')
    await client.removeSpeechProvider({ providerId: beta.id })
    await soon(() => expect(ear.engines()).toEqual(['Alpha', 'Beta', 'Alpha']))
    ear.say('a sentence')
    ear.end()
    await soon(() => expect(ear.finals()).toEqual(['one', 'half of a sentence']))
    await soon(() => expect(b.closed).toBe(1))
  })

  it('passes vendors over that cannot open their ears, or do not know the language', async () => {
    const { client } = await openTenant()
    a.mood = 'deaf'
    const ear = await open(client)
    await soon(() => expect(ear.engines()).toEqual(['Beta']))
    const other = it_.clientOf(it_.house.newCaller(), how)
    it_.playEars('Bilingual', ['hi', 'en'])
    await other.addSpeechProvider({ kind: 'deepgram', name: 'Beta', key: 'k', speaks: false })
    await other.addSpeechProvider({ kind: 'google', name: 'Bilingual', key: 'k', speaks: false })
    const hindi = await open(other, { languages: 'hi,en' })
    await soon(() => expect(hindi.engines()).toEqual(['Bilingual']))
  })

  it('gives sound in the format it came in where the engine takes it, converted where it does not', async () => {
    const { client } = await openTenant()
    it_.ears.set('Alpha', (a = playEars('Alpha', ['en'], ['pcm-16k', 'mulaw-8k'])))
    const ear = await open(client, { format: 'mulaw-8k' })
    await soon(() => expect(a.formatsAsked).toEqual(['mulaw-8k']))
    ear.say('as it is')
    ear.end()
    await soon(() => expect(ear.finals()).toEqual(['as it is']))
    a.mood = 'deaf'
    const quiet = new Uint8Array(160)
    pcmToMuLaw(new Int16Array(160), quiet)
    const converted = await open(client, { format: 'mulaw-8k' })
    await soon(() => expect(b.formatsAsked).toEqual(['pcm-16k']))
    converted.line.sendBytes(quiet)
    converted.end()
    await soon(() => expect(converted.finals()).toHaveLength(1))
  })

  it('is done by what knows expected words only when nobody else can, and is no dictation', async () => {
    const client = it_.clientOf(it_.house.newCaller(), how)
    here.mood = 'deaf'
    const ear = await open(client)
    await soon(() => expect(ear.engines()).toEqual(['grammar']))
    expect((await client.listEngines({})).engines.find((it) => it.name === 'grammar')).toMatchObject({ available: true, languages: [] })
  })

  it('ends with a sentence when nobody can', async () => {
    const client = it_.clientOf(it_.house.newCaller(), how)
    for (const engine of [here, grammar]) engine.mood = 'deaf'
    const failed = async (more: object) => {
      try {
        const ear = await open(client, more)
        await soon(() => expect(ear.state.over).toBe(true))
        return ear.state.error
      } catch (error) {
        return error
      }
    }
    expect(await failed({})).toMatchObject({ code: 'voice.engine_failed' })
    expect(await failed({ languages: ['bn'] })).toMatchObject({ code: 'voice.engine_absent' })
  })
})
