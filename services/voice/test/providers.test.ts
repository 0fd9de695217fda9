import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskOf } from '#dispatch/desk.ts'
import { addSpeechProvider } from '#operations/add-speech-provider.ts'
import { speak } from '#operations/speak.ts'
import { heard, openVoice } from '#test/house.ts'
import { playEars, playVoice } from '#test/played-engines.ts'

const unknownId = '018f3a52-7c1e-7000-8000-000000000000'
const key = 'dg-key-of-the-tenant-1234'
const deepgram = { kind: 'deepgram', name: 'Deep', key } as const

describe.each(['process', 'http'] as const)('vendors of speech of an organisation, asked by %s', (how) => {
  let it_: Awaited<ReturnType<typeof openVoice>>
  beforeAll(async () => void (it_ = await openVoice({ here: [playVoice('here', 'h')], ears: [playEars('pocket')] })), 60_000)
  afterAll(() => it_.close())
  const newTenant = () => {
    const caller = it_.house.newCaller()
    return { caller, client: it_.clientOf(caller, how) }
  }

  it('are connected with what their kind needs', async () => {
    const { client } = newTenant()
    expect(await client.addSpeechProvider(deepgram)).toMatchObject({
      position: 0,
      speaks: true,
      listens: true,
      hasKey: true,
      enabled: true,
      baseUrl: null,
      lastError: null,
    })
    for (const kind of ['deepgram', 'google', 'openai', 'elevenlabs'] as const)
      await expect(client.addSpeechProvider({ kind, name: 'x', key: '' })).rejects.toMatchObject({ code: 'voice.key_needed' })
    expect(await client.addSpeechProvider({ kind: 'openai', name: 'Own', baseUrl: 'https://voices.example/v1' })).toMatchObject({ hasKey: false, position: 1 })
    await expect(client.addSpeechProvider({ kind: 'http', name: 'Piper' })).rejects.toMatchObject({ code: 'voice.address_needed' })
    expect(await client.addSpeechProvider({ kind: 'http', name: 'Piper', baseUrl: 'https://piper.example/say?text={text}' })).toMatchObject({ listens: false })
    await expect(client.addSpeechProvider({ ...deepgram, baseUrl: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('stand in an order that can be changed, as a whole', async () => {
    const { client } = newTenant()
    const [a, b, c] = [await client.addSpeechProvider(deepgram), await client.addSpeechProvider(deepgram), await client.addSpeechProvider(deepgram)]
    expect((await client.orderSpeechProviders({ providerIds: [c.id, a.id, b.id] })).items.map((it) => it.position)).toEqual([0, 1, 2])
    const page = await client.listSpeechProviders({ limit: 2 })
    expect(page.items.map((it) => it.id)).toEqual([c.id, a.id])
    expect((await client.listSpeechProviders({ limit: 2, cursor: page.next })).items.map((it) => it.id)).toEqual([b.id])
    await expect(client.listSpeechProviders({ cursor: 'bm9wZQ' })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(client.orderSpeechProviders({ providerIds: [a.id, b.id] })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    await expect(client.orderSpeechProviders({ providerIds: [a.id, b.id, b.id] })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    await expect(client.orderSpeechProviders({ providerIds: [a.id, b.id, unknownId] })).rejects.toMatchObject({ code: 'voice.provider_not_found' })
  })

  it('change, lose their key only where they can do without, and go', async () => {
    const { client } = newTenant()
    const { id: providerId } = await client.addSpeechProvider(deepgram)
    await expect(client.updateSpeechProvider({ providerId, key: '' })).rejects.toMatchObject({ code: 'voice.key_needed' })
    expect(await client.updateSpeechProvider({ providerId, name: 'Other', model: 'aura-2', enabled: false })).toMatchObject({
      name: 'Other',
      model: 'aura-2',
      enabled: false,
    })
    expect(await client.updateSpeechProvider({ providerId })).toMatchObject({ name: 'Other' })
    const http = await client.addSpeechProvider({ kind: 'http', name: 'Piper', baseUrl: 'https://piper.example/' })
    await expect(client.updateSpeechProvider({ providerId: http.id, baseUrl: null })).rejects.toMatchObject({ code: 'voice.address_needed' })
    expect(await client.updateSpeechProvider({ providerId: http.id, listens: true })).toMatchObject({ listens: false })
    await client.removeSpeechProvider({ providerId })
    await expect(client.removeSpeechProvider({ providerId })).rejects.toMatchObject({ code: 'voice.provider_not_found' })
    expect((await client.listSpeechProviders({})).items.map((it) => it.name)).toEqual(['Piper'])
  })

  it('are not overwritten by whoever saw an earlier state, unless they say none', async () => {
    const { client } = newTenant()
    const { id: providerId, revision } = await client.addSpeechProvider(deepgram)
    const named = await client.updateSpeechProvider({ providerId, name: 'Other', revision })
    expect(named.revision).not.toBe(revision)
    await expect(client.updateSpeechProvider({ providerId, name: 'Late', revision })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    expect((await client.listSpeechProviders({})).items).toEqual([named])
    await client.orderSpeechProviders({ providerIds: [providerId] })
    const saves = ['a', 'b', 'c'].map((name) => client.updateSpeechProvider({ providerId, name, revision: named.revision }))
    expect((await Promise.allSettled(saves)).map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((await client.updateSpeechProvider({ providerId, model: 'aura-2' })).model).toBe('aura-2')
  })

  it('keep options that may hold a secret to themselves, and through changes', async () => {
    const { client } = newTenant()
    const options = { body: '{"text":"{text}"}', headers: '{"x-key":"very-secret"}' }
    const added = await client.addSpeechProvider({ kind: 'http', name: 'Server', baseUrl: 'https://piper.example/', options })
    expect(added.options).toEqual({ body: options.body })
    const lastMade = async () => {
      await client.listVoices({})
      return it_.made.findLast((it) => it.name === 'Server')!.options
    }
    expect(await lastMade()).toEqual(options)
    expect((await client.updateSpeechProvider({ providerId: added.id, options: { answers: 'wav' } })).options).toEqual({ answers: 'wav' })
    expect(await lastMade()).toEqual({ answers: 'wav', headers: options.headers })
    await client.updateSpeechProvider({ providerId: added.id, options: { headers: '' } })
    expect(await lastMade()).toEqual({})
  })

  it('speak before this machine does, their voices known by their id', async () => {
    const { client } = newTenant()
    it_.play('Deep', 'd')
    const { id } = await client.addSpeechProvider(deepgram)
    expect((await client.listVoices({})).items).toEqual([
      { id: `${id}:one`, engine: 'Deep', name: 'One', language: 'en', gender: 'female' },
      { id: 'here:one', engine: 'here', name: 'One', language: 'en', gender: 'female' },
    ])
    expect(await heard(client.speak({ text: 'Hello', language: 'en' }))).toBe('ddddd')
    expect(await heard(client.speak({ text: 'Hello', language: 'en', voiceId: 'here:one' }))).toBe('hhhhh')
    expect((await client.listEngines({})).engines.map((it) => [it.kind, it.name])).toEqual([
      ['speech', 'Deep'],
      ['speech', 'here'],
      ['recognition', 'Deep'],
      ['recognition', 'pocket'],
    ])
  })

  it('are said to be set up wrong where they are, and what nobody understands is said too', async () => {
    const { client } = newTenant()
    await client.addSpeechProvider({ ...deepgram, name: 'Odd', listens: false, options: { wrong: 'yes' } })
    const { engines } = await client.listEngines({})
    expect(engines[0]).toMatchObject({ name: 'Odd', available: false, sentence: 'It is not set up right.' })
    expect(engines.at(-1)!.sentence).toMatch(/^pocket understands\. Nothing here understands Hindi, Hinglish, or Bengali\. Connect a vendor/)
    expect(await heard(client.speak({ text: 'Hello', language: 'en' }))).toBe('hhhhh')
  })

  it('speak and listen in their order from the next sentence on', async () => {
    const { client } = newTenant()
    it_.play('Alpha', 'a')
    it_.play('Beta', 'b')
    const [a, b] = [await client.addSpeechProvider({ ...deepgram, name: 'Alpha' }), await client.addSpeechProvider({ ...deepgram, name: 'Beta' })]
    expect(await heard(client.speak({ text: 'One', language: 'en' }))).toBe('aaa')
    await client.orderSpeechProviders({ providerIds: [b.id, a.id] })
    expect(await heard(client.speak({ text: 'Two', language: 'en' }))).toBe('bbb')
    await client.updateSpeechProvider({ providerId: b.id, enabled: false })
    expect(await heard(client.speak({ text: 'Two', language: 'en' }))).toBe('aaa')
    await client.updateSpeechProvider({ providerId: a.id, speaks: false })
    expect(await heard(client.speak({ text: 'Two', language: 'en' }))).toBe('hhh')
  })

  it('are not there for another organisation', async () => {
    const mine = newTenant()
    it_.play('Deep', 'd')
    const { id: providerId } = await mine.client.addSpeechProvider(deepgram)
    const { client } = newTenant()
    for (const act of [
      () => client.updateSpeechProvider({ providerId, name: 'Mine' }),
      () => client.removeSpeechProvider({ providerId }),
      () => client.testSpeechProvider({ providerId }),
      () => client.orderSpeechProviders({ providerIds: [providerId] }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'voice.provider_not_found' })
    expect((await client.listSpeechProviders({})).items).toEqual([])
    expect(await heard(client.speak({ text: 'Hello', language: 'en', voiceId: `${providerId}:one` }))).toBe('hhhhh')
    expect((await client.listEngines({})).engines.map((it) => it.name)).toEqual(['here', 'pocket'])
  })

  it('are tested by a word that is said and heard', async () => {
    const { client } = newTenant()
    const voice = it_.play('Deep', 'd')
    it_.playEars('Deep')
    const { id: providerId } = await client.addSpeechProvider(deepgram)
    expect(await client.testSpeechProvider({ providerId })).toMatchObject({
      works: true,
      sentence: 'Deep said "Hello" with the voice One, and understood "ddddd".',
      languages: ['en'],
    })
    voice.mood = 'refuses'
    expect(await client.testSpeechProvider({ providerId })).toMatchObject({ works: false, sentence: 'Deep refused the key.', languages: [] })
    expect((await client.listSpeechProviders({})).items).toMatchObject([{ lastError: 'Deep refused the key.', lastErrorAt: '2026-11-21T06:30:00.000Z' }])
    voice.mood = 'well'
    it_.ears.get('Deep')!.mood = 'deaf'
    expect(await client.testSpeechProvider({ providerId })).toMatchObject({
      works: false,
      sentence: expect.stringMatching(/, but does not listen: Deep hears nothing\.$/),
    })
    it_.ears.get('Deep')!.mood = 'well'
    expect(await client.testSpeechProvider({ providerId })).toMatchObject({ works: true })
    expect((await client.listSpeechProviders({})).items).toMatchObject([{ lastError: null, lastErrorAt: null }])
    await client.updateSpeechProvider({ providerId, speaks: false, listens: false })
    expect(await client.testSpeechProvider({ providerId })).toMatchObject({ works: false })
  })

  it('leave no key in answers, rows, audit or log', async () => {
    const { client, caller } = newTenant()
    it_.play('Deep', 'd').mood = 'refuses'
    const added = await client.addSpeechProvider({
      ...deepgram,
      baseUrl: 'https://speech.example/v1?token=in-the-address',
      options: { apiToken: 'in-an-option' },
    })
    const changed = await client.updateSpeechProvider({ providerId: added.id, key: `${key}-2`, options: { apiToken: 'in-an-option-2' } })
    await client.orderSpeechProviders({ providerIds: [added.id] })
    const { context, logged } = it_.otherProcess(caller)
    await heard(speak({ text: 'Hello', language: 'en', speed: 1, pitch: 1, volume: 1, format: 'pcm-16k' }, context) as AsyncIterable<Uint8Array>)
    await addSpeechProvider({ kind: 'openai', name: 'Two', speaks: true, listens: true, key, baseUrl: null, model: null, options: {}, enabled: true }, context)
    expect(it_.voices.get('Deep')!.key).toBe(`${key}-2`)
    await deskOf(context).close()
    const rows = await context.db.inTenant(caller, (tx) => tx.selectFrom('speech_providers').selectAll().execute())
    await client.removeSpeechProvider({ providerId: added.id })
    await expect.poll(() => it_.actsOf(caller).length).toBe(4)
    const noted = JSON.stringify(it_.actsOf(caller))
    for (const action of ['add', 'update', 'order', 'remove']) expect(noted).toContain(`${action}-speech-provider`)
    expect(noted).toContain('"keyChanged":true')
    expect(noted).not.toContain('in-the-address')
    expect(logged.join()).toContain('refused the key')
    for (const secret of [key, 'in-an-option']) expect(`${JSON.stringify([added, changed, rows])}${noted}${logged.join()}`).not.toContain(secret)
  })

  it('are made once, kept while they are what they are, and closed when they are not any more', async () => {
    const { client } = newTenant()
    const engine = it_.play('Kept', 'k')
    const times = () => it_.made.filter((it) => it.name === 'Kept').length
    const before = times()
    const { id: providerId } = await client.addSpeechProvider({ ...deepgram, name: 'Kept', listens: false })
    for (const text of ['One', 'Two']) expect(await heard(client.speak({ text, language: 'en' }))).toBe('kkk')
    expect(times()).toBe(before + 1)
    const sound = client.speak({ text: 'On ∞', language: 'en' })[Symbol.asyncIterator]()
    await sound.next()
    await client.updateSpeechProvider({ providerId, model: 'aura-2' })
    expect(engine.closed).toBe(0)
    await sound.return?.(undefined)
    await expect.poll(() => engine.closed).toBe(1)
    expect(await heard(client.speak({ text: 'One', language: 'en' }))).toBe('kkk')
    expect(times()).toBe(before + 2)
    await client.removeSpeechProvider({ providerId })
    await expect.poll(() => engine.closed).toBe(2)
    expect(await heard(client.speak({ text: 'One', language: 'en' }))).toBe('hhh')
  })

  it('are for those to change who may', async () => {
    const client = it_.clientOf(it_.house.newCaller({ scopes: ['voice:read'] }), how)
    expect((await client.listSpeechProviders({})).items).toEqual([])
    await expect(client.addSpeechProvider(deepgram)).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(client.saveVoicePreset({ name: 'x', voiceId: 'here:one', language: 'en' })).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
