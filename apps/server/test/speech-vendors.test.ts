import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '@myna/kernel'
import { nextFinal } from '@myna/ports/conformance/recognition'
import { toneSentences, toneSpeech } from '@myna/ports/conformance/tone-speech'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine } from '@myna/ports/speech'
import type { RecognitionMaker, SpeechMaker, SpeechVendorSettings } from '@myna/ports/speech-vendor'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { playDeepgram as playDeepgramEars } from '../../../adapters/recognition/deepgram/test/play-deepgram.ts'
import { playElevenLabs as playElevenLabsEars } from '../../../adapters/recognition/elevenlabs/test/play-elevenlabs.ts'
import { playGoogle as playGoogleEars } from '../../../adapters/recognition/google/test/play-google.ts'
import { playOpenAi as playOpenAiEars } from '../../../adapters/recognition/openai/test/play-openai.ts'
import { playDeepgram } from '../../../adapters/speech/deepgram/test/play-deepgram.ts'
import { playElevenLabs } from '../../../adapters/speech/elevenlabs/test/play-elevenlabs.ts'
import { playGoogle } from '../../../adapters/speech/google/test/play-google.ts'
import { playVoiceServer } from '../../../adapters/speech/http/test/play-voice-server.ts'
import { playOpenAi } from '../../../adapters/speech/openai/test/play-openai.ts'
import { type Opened, portMakers } from '#adapters.ts'
import { readConfig } from '#config.ts'
import { openEngines } from '#engines.ts'

type VoicePorts = {
  engines: SpeechEngine[]
  recognisers: RecognitionEngine[]
  grammars: RecognitionEngine[]
  makeSpeech: SpeechMaker
  makeRecognition: RecognitionMaker
}

const dataFolder = mkdtempSync(join(tmpdir(), 'myna-test-voice-'))
const secret = new Uint8Array(32)
const opened: Opened[] = []
const servers: { close(): Promise<unknown> }[] = []
/** The ports of the voice service as a process makes them. */
async function portsWith(allowHosts: string): Promise<VoicePorts> {
  const config = readConfig({ MYNA_DATA: dataFolder, MYNA_SPEECH_ALLOW_HOSTS: allowHosts })
  const secrets = { operatorToken: '', callerSecret: secret, authSecret: '', auditKey: secret } as never
  const made = await portMakers.voice!({
    config,
    secrets,
    log: createLog({ level: 'silent' }),
    upstreams: undefined,
    engines: await openEngines(config, createLog({ level: 'silent' })),
    desk: undefined as never,
    watch: () => () => () => {},
  })
  opened.push(made)
  return made.ports as VoicePorts
}
/** A played vendor that ends with the test. */
async function play<S extends { close(): Promise<unknown> }>(server: Promise<S>): Promise<S> {
  const it = await server
  servers.push(it)
  return it
}
const settingsOf = (it: Partial<SpeechVendorSettings> & { kind: SpeechVendorSettings['kind'] }): SpeechVendorSettings => ({
  name: 'Ours',
  key: undefined,
  baseUrl: null,
  model: null,
  options: {},
  ...it,
})

describe('vendors of speech of a process', () => {
  let ports: VoicePorts
  beforeAll(async () => void (ports = await portsWith('127.0.0.1')), 60_000)
  afterEach(async () => void (await Promise.all(servers.splice(0).map((it) => it.close()))))
  afterAll(async () => {
    for (const it of opened) await it.close?.()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const say = async (engine: SpeechEngine) => {
    const [voice] = await engine.voices()
    const request = { text: 'Good morning.', voice: voice!.id, language: voice!.language, format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 } as const
    const bytes = Buffer.concat(await Array.fromAsync(engine.speak(request, new AbortController().signal))).byteLength
    await engine.close()
    return bytes
  }
  const [sentence = ''] = toneSentences
  const hear = async (engine: RecognitionEngine) => {
    const stream = await engine.listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
    stream.feed(toneSpeech(sentence))
    stream.endUtterance()
    const { text } = await nextFinal(stream.texts[Symbol.asyncIterator]())
    stream.close()
    await engine.close()
    return text
  }

  it.each([
    ['deepgram', () => play(playDeepgram()), {}],
    ['google', () => play(playGoogle()), {}],
    ['openai', async () => play(playOpenAi().then((it) => Object.assign(it, { baseUrl: `${it.baseUrl}/v1` }))), { instructions: 'Calmly.' }],
    ['elevenlabs', () => play(playElevenLabs()), { stability: '0.4' }],
    [
      'http',
      () => play(playVoiceServer().then((it) => Object.assign(it, { baseUrl: `${it.baseUrl}/synthesize` }))),
      { body: '{"text":"{text}","voice":"{voice}"}', headers: '{"x-voice-key":"{key}"}', voices: '[{"id":"amy","name":"Amy","language":"en"}]' },
    ],
  ] as const)('%s speaks with address, key and options', async (kind, open, options) => {
    const { baseUrl, key } = await open()
    expect(await say(ports.makeSpeech(settingsOf({ kind, baseUrl, key, options })))).toBeGreaterThan(10_000)
  })

  it.each([
    ['deepgram', async () => play(playDeepgramEars())],
    ['openai', async () => play(playOpenAiEars().then((it) => Object.assign(it, { url: `${it.url}/v1` })))],
    ['elevenlabs', async () => play(playElevenLabsEars())],
  ] as const)('%s listens with address and key', async (kind, open) => {
    const { url, key } = await open()
    expect(await hear(ports.makeRecognition(settingsOf({ kind, baseUrl: url, key })))).toBe(sentence)
  })

  it('google listens where the operator allows its address', async () => {
    const { baseUrl, host, key } = await play(playGoogleEars())
    const { makeRecognition } = await portsWith(host)
    expect(await hear(makeRecognition(settingsOf({ kind: 'google', baseUrl, key, options: { englishLocale: 'en-US' } })))).toBe(sentence)
  })

  it('reach no private address unless the operator allows it', async () => {
    const { makeSpeech, makeRecognition } = await portsWith('')
    const server = await play(playDeepgram())
    expect(await makeSpeech(settingsOf({ kind: 'deepgram', baseUrl: server.baseUrl, key: server.key })).available()).toMatchObject({
      available: false,
      sentence: expect.stringMatching(/private network/),
    })
    for (const kind of ['deepgram', 'google', 'openai', 'elevenlabs'] as const) {
      const engine = makeRecognition(settingsOf({ kind, baseUrl: server.baseUrl, key: server.key }))
      await expect(hear(engine)).rejects.toMatchObject({ name: 'PortFault' })
    }
    expect(server.asked).toEqual([])
  })

  it.each([
    [{ kind: 'elevenlabs', options: { style: 'much' } }, /"style"/],
    [{ kind: 'http', baseUrl: 'https://voices.example/', options: { headers: 'none' } }, /headers/],
  ] as const)('say what is wrong with %j', (settings, sentence) => {
    expect(() => ports.makeSpeech(settingsOf(settings))).toThrow(sentence)
  })

  it('do not listen where they only speak, and not by a locale there is none of', () => {
    expect(() => ports.makeRecognition(settingsOf({ kind: 'http' }))).toThrow('only speaks')
    expect(() => ports.makeRecognition(settingsOf({ kind: 'google', options: { bengaliLocale: 'bn-XX' } }))).toThrow('"bengaliLocale"')
  })

  it('come before what this machine has: models, then what comes with the product', () => {
    expect(ports.engines.map((it) => it.name)).toEqual(['sherpa', 'espeak'])
    expect(ports.recognisers.map((it) => it.name)).toEqual(['sherpa', 'pocketsphinx'])
    expect(ports.grammars.map((it) => it.name)).toEqual(['soundswallower'])
  })
})
