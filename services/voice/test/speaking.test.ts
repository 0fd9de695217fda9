import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryBlobs } from '@myna/blobs-memory'
import { heard, openVoice } from '#test/house.ts'
import { type PlayedVoice, playVoice } from '#test/played-engines.ts'

const unknownId = '018f3a52-7c1e-7000-8000-000000000000'
const names = [
  { id: 'ada', name: 'Ada', language: 'en', gender: 'female' },
  { id: 'bob', name: 'Bob', language: 'en', gender: 'male' },
  { id: 'asha', name: 'Asha', language: 'hi', gender: 'female' },
] as const

describe.each(['process', 'http'] as const)('speech of an organisation with vendors, asked by %s', (how) => {
  let it_: Awaited<ReturnType<typeof openVoice>>
  let here: PlayedVoice
  let [a, b] = [undefined as unknown as PlayedVoice, undefined as unknown as PlayedVoice]
  beforeAll(async () => {
    here = playVoice('here', 'h', [...names])
    it_ = await openVoice({ here: [here], cache: createMemoryBlobs({ maxBytes: 1_000_000 }) })
  }, 60_000)
  afterAll(() => it_.close())
  beforeEach(() => {
    here.mood = 'well'
    here.said.length = 0
    a = it_.play('Alpha', 'a', [...names])
    b = it_.play('Beta', 'b', [...names])
  })
  /** A fresh organisation with Alpha before Beta. */
  const openTenant = async () => {
    const caller = it_.house.newCaller()
    const client = it_.clientOf(caller, how)
    const add = (name: string) => client.addSpeechProvider({ kind: 'deepgram', name, key: 'k', listens: false })
    const [alpha, beta] = [await add('Alpha'), await add('Beta')]
    let texts = 0
    /** Each text is another, so that none is kept. */
    const say = (more: Partial<Parameters<typeof client.speak>[0]> = {}) =>
      heard(client.speak({ text: `${String(texts++).padStart(3, '0')}.`, language: 'en', ...more }))
    const errors = async () => (await client.listSpeechProviders({})).items.map((it) => it.lastError)
    return { client, alpha, beta, say, errors }
  }

  it('comes from the next engine when one fails before its first sound, with the same gender of voice', async () => {
    const { alpha, say, errors } = await openTenant()
    a.mood = 'fails'
    expect(await say({ voiceId: `${alpha.id}:bob` })).toBe('bbbb')
    expect(b.said[0]!.voice).toBe('bob')
    expect(await errors()).toEqual(['Alpha is out of breath.', null])
    b.mood = 'fails'
    expect(await say()).toBe('hhhh')
    here.mood = 'fails'
    await expect(say()).rejects.toMatchObject({ code: 'voice.engine_failed' })
  })

  it('leaves an engine alone after failures, and goes back to it by itself', async () => {
    const { say } = await openTenant()
    a.mood = 'refuses'
    for (let i = 0; i < 3; i++) expect(await say()).toBe('bbbb')
    expect(a.said).toHaveLength(1)
    a.mood = 'well'
    it_.wait(9_000)
    expect(await say()).toBe('bbbb')
    it_.wait(2_000)
    expect(await say()).toBe('aaaa')
    expect(await say()).toBe('aaaa')
  })

  it('asks even those that rest when nobody else can speak', async () => {
    const { say } = await openTenant()
    for (const engine of [a, b, here]) engine.mood = 'refuses'
    await expect(say()).rejects.toMatchObject({ code: 'voice.engine_failed' })
    a.mood = 'well'
    expect(await say()).toBe('aaaa')
  })

  it('is not begun anew when an engine breaks off midway; the next sentence comes from the next', async () => {
    const { client, say, errors } = await openTenant()
    a.mood = 'breaks'
    const pieces: string[] = []
    const sentence = async () => {
      for await (const piece of client.speak({ text: 'Broken off', language: 'en' })) pieces.push(Buffer.from(piece).toString())
    }
    await expect(sentence()).rejects.toThrow()
    expect(pieces.join('')).toMatch(/^a{0,2}$/)
    expect(b.said).toHaveLength(0)
    a.mood = 'well'
    expect(await say()).toBe('bbbb')
    expect(await errors()).toEqual(['Alpha broke off.', null])
  })

  it('does not wait for an engine that stalls, and leaves it alone when it does so again', async () => {
    const { say, errors } = await openTenant()
    a.mood = 'stalls'
    expect(await say()).toBe('bbbb')
    expect(await say()).toBe('bbbb')
    expect(a.said).toHaveLength(2)
    await vi.waitFor(() => expect(a.underWay).toBe(0))
    expect(await say()).toBe('bbbb')
    expect(a.said).toHaveLength(2)
    expect(await errors()).toEqual(['It did not answer in time.', null])
  })

  it.each(['empty', 'zeros'] as const)('comes from the next engine when the sound of one is %s', async (mood) => {
    const { client, say, errors } = await openTenant()
    a.mood = mood
    expect(await say()).toBe('bbbb')
    expect(await errors()).toEqual(['It gave no sound.', null])
    for (const engine of [b, here]) engine.mood = mood
    await expect(say()).rejects.toMatchObject({ code: 'voice.engine_failed' })
    // Where there is nothing to say, no sound is no fault.
    for (const engine of [a, b, here]) engine.mood = 'empty'
    expect(await heard(client.speak({ text: '…', language: 'en' }))).toBe('')
  })

  it('ends when an engine goes on far longer than its text can take; the next sentence comes from the next', async () => {
    const { client, say, errors } = await openTenant()
    a.mood = 'endless'
    let bytes = 0
    const sentence = async () => {
      for await (const piece of client.speak({ text: 'Good morning to you.', language: 'en' })) bytes += piece.byteLength
    }
    await expect(sentence()).rejects.toThrow()
    expect(bytes / 32_000).toBeGreaterThan(5)
    expect(bytes / 32_000).toBeLessThan(12)
    await vi.waitFor(() => expect(a.underWay).toBe(0))
    expect(await say()).toBe('bbbb')
    expect(await errors()).toEqual(['It went on far longer than what it was to say.', null])
  })

  it('ends with a noise that is as long as speech could be, which nobody can tell from a voice', async () => {
    const { client, errors } = await openTenant()
    a.mood = 'noise'
    expect(Buffer.concat(await Array.fromAsync(client.speak({ text: 'Good morning.', language: 'en' })))).toHaveLength(16_000)
    expect(await errors()).toEqual([null, null])
  })

  it('does not wait for an engine that does not list its voices', async () => {
    const { say } = await openTenant()
    a.mood = 'hides'
    expect(await say()).toBe('bbbb')
  })

  it('notes what went wrong once a minute at most', async () => {
    const { say, errors } = await openTenant()
    a.mood = 'fails'
    await say()
    a.mood = 'refuses'
    await say()
    expect(await errors()).toEqual(['Alpha is out of breath.', null])
    it_.wait(61_000)
    await say()
    expect(await errors()).toEqual(['Alpha refused the key.', null])
  })

  it('is kept by voice and connection: a changed vendor is heard anew', async () => {
    const { client, alpha } = await openTenant()
    const say = () => heard(client.speak({ text: 'Kept', language: 'en' }))
    for (let i = 0; i < 2; i++) expect(await say()).toBe('aaaa')
    expect(a.said).toHaveLength(1)
    a.mood = 'refuses'
    expect(await say()).toBe('aaaa')
    a.mood = 'well'
    await client.updateSpeechProvider({ providerId: alpha.id, model: 'aura-2' })
    expect(await say()).toBe('aaaa')
    expect(a.said).toHaveLength(2)
  })

  it('has the voice and manner of a saved voice, and what is asked for on top of it', async () => {
    const { client, say, beta } = await openTenant()
    const preset = await client.saveVoicePreset({ name: 'Calm', voiceId: `${beta.id}:bob`, language: 'en', speed: 0.8, pitch: 0.9, volume: 0.5 })
    expect(preset).toMatchObject({ name: 'Calm', speed: 0.8 })
    expect(await say({ voiceId: `preset:${preset.id}`, speed: 1.5 })).toBe('bbbb')
    expect(b.said[0]).toMatchObject({ voice: 'bob', pitch: 0.9, volume: 0.5 })
    expect(b.said[0]!.speed).toBeCloseTo(1.2)
    await say({ voiceId: `preset:${preset.id}`, speed: 0.5 })
    expect(b.said[1]!.speed).toBe(0.5)
    expect(await say({ voiceId: `preset:${preset.id}`, language: 'hi' })).toBe('bbbb')
    expect(b.said[2]).toMatchObject({ voice: 'asha', speed: 0.8 })
    const same = { text: 'Kept', language: 'en' } as const
    await heard(client.speak({ ...same, voiceId: `preset:${preset.id}` }))
    await heard(client.speak({ ...same, voiceId: `${beta.id}:bob`, speed: 0.8, pitch: 0.9, volume: 0.5 }))
    expect(b.said).toHaveLength(4)
  })

  it('is never silenced by what was removed', async () => {
    const { client, say, alpha, beta } = await openTenant()
    const preset = await client.saveVoicePreset({ name: 'Calm', voiceId: `${beta.id}:bob`, language: 'en', speed: 0.8 })
    await client.removeSpeechProvider({ providerId: beta.id })
    expect(await say({ voiceId: `preset:${preset.id}` })).toBe('aaaa')
    expect(a.said[0]!.speed).toBe(0.8)
    await client.removeVoicePreset({ presetId: preset.id })
    for (const voiceId of [`preset:${preset.id}`, 'preset:none', `${beta.id}:bob`, `${alpha.id}:gone`, `${unknownId}:x`])
      expect(await say({ voiceId })).toBe('aaaa')
    expect(a.said.at(-1)!.speed).toBe(1)
    await expect(say({ voiceId: 'here:nobody' })).rejects.toMatchObject({ code: 'voice.voice_not_found' })
    await expect(say({ voiceId: 'nobody' })).rejects.toMatchObject({ code: 'voice.voice_not_found' })
  })

  it('is refused where nobody speaks the language', async () => {
    const { say } = await openTenant()
    await expect(say({ language: 'bn' })).rejects.toMatchObject({ code: 'voice.engine_absent' })
  })
})

describe.each(['process', 'http'] as const)('saved voices, asked by %s', (how) => {
  let it_: Awaited<ReturnType<typeof openVoice>>
  beforeAll(async () => void (it_ = await openVoice({ here: [playVoice('here', 'h', [...names])] })), 60_000)
  afterAll(() => it_.close())

  it('are listed page by page, under names that are taken once, and forgotten', async () => {
    const caller = it_.house.newCaller()
    const client = it_.clientOf(caller, how)
    const of = (name: string) => client.saveVoicePreset({ name, voiceId: 'here:ada', language: 'en' })
    const [one, two] = [await of('One'), await of('Two')]
    await expect(of(' one ')).rejects.toMatchObject({ code: 'voice.preset_taken' })
    await expect(client.saveVoicePreset({ name: 'x', voiceId: 'here:nobody', language: 'en' })).rejects.toMatchObject({ code: 'voice.voice_not_found' })
    await expect(client.saveVoicePreset({ name: 'x', voiceId: `preset:${one.id}`, language: 'en' })).rejects.toMatchObject({ code: 'voice.voice_not_found' })
    const page = await client.listVoicePresets({ limit: 1 })
    expect([...page.items, ...(await client.listVoicePresets({ limit: 1, cursor: page.next })).items]).toEqual([one, two])
    const other = it_.clientOf(it_.house.newCaller(), how)
    expect((await other.listVoicePresets({})).items).toEqual([])
    await expect(other.removeVoicePreset({ presetId: one.id })).rejects.toMatchObject({ code: 'voice.preset_not_found' })
    await client.removeVoicePreset({ presetId: one.id })
    await expect(client.removeVoicePreset({ presetId: one.id })).rejects.toMatchObject({ code: 'voice.preset_not_found' })
    expect((await client.listVoicePresets({})).items).toEqual([two])
    await expect
      .poll(() => it_.actsOf(caller).map((act) => (act as { action: string }).action))
      .toEqual(['save-voice-preset', 'save-voice-preset', 'remove-voice-preset'])
  })
})
