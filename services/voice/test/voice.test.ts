import { once } from 'node:events'
import type { voice as contract } from '@myna/contracts/voice'
import { type Client, faults } from '@myna/contracts'
import { openHouse } from '@myna/kernel/testing'
import type { BlobStore } from '@myna/ports/blobs'
import { PortFault } from '@myna/ports/fault'
import type { SpeechEngine, SpeechRequest, SpeechVoice } from '@myna/ports/speech'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { voice } from '../service.ts'

/** An engine of this test: it says every text as its bytes, one letter a piece; `∞` takes until it is aborted. It fails when it is told to. */
class LetterEngine implements SpeechEngine {
  readonly name: string
  readonly formats = ['pcm-16k'] as const
  readonly said: SpeechRequest[] = []
  here = true
  finished = 0
  failAfterPieces = Number.POSITIVE_INFINITY
  readonly #voices: SpeechVoice[]
  constructor(name: string, voices: SpeechVoice[]) {
    this.name = name
    this.#voices = voices
  }
  available = async () => ({ available: this.here, sentence: this.here ? 'Speaks letters.' : 'The letters are missing.' })
  voices = async () => this.#voices
  async *speak(request: SpeechRequest, signal: AbortSignal) {
    this.said.push(request)
    let pieces = 0
    try {
      for (const letter of request.text) {
        if (letter === '∞' && !signal.aborted) await once(signal, 'abort')
        if (signal.aborted) return
        if (pieces++ >= this.failAfterPieces) throw new PortFault('out of letters', { retryable: true })
        yield Buffer.from(letter)
      }
    } finally {
      this.finished++
    }
  }
  close = async () => {}
}

/** A cache of this test that keeps everything. */
function keepEverything(): BlobStore & { names: () => string[] } {
  const blobs = new Map<string, Buffer>()
  return {
    name: 'everything',
    names: () => [...blobs.keys()],
    async put(name, body) {
      const bytes = Buffer.concat(await Array.fromAsync(body))
      blobs.set(name, bytes)
      return { bytes: bytes.length }
    },
    async get(name) {
      const blob = blobs.get(name)
      return (
        blob && {
          bytes: blob.length,
          body: (async function* () {
            yield blob
          })(),
        }
      )
    },
    delete: async (name) => void blobs.delete(name),
    async *list() {},
  }
}

const first = new LetterEngine('first', [
  { id: 'ada', name: 'Ada', language: 'en', gender: 'female' },
  { id: 'asha', name: 'Asha', language: 'hi', gender: 'female' },
])
const second = new LetterEngine('second', [{ id: 'bob', name: 'Bob', language: 'en', gender: 'male' }])
const cache = keepEverything()
const listener = {
  name: 'ear',
  languages: ['en'] as const,
  available: async () => ({ available: false, sentence: 'The ear is missing.' }),
  listen: () => Promise.reject(new Error('unused')),
  close: async () => {},
}

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(
  async () => void (house = await openHouse({ services: [voice], ports: { voice: { engines: [first, second], recognisers: [listener], cache } } })),
  60_000,
)
afterAll(() => house.close())
beforeEach(() => {
  for (const engine of [first, second]) Object.assign(engine, { here: true, finished: 0, failAfterPieces: Number.POSITIVE_INFINITY }).said.length = 0
})

describe.each(['process', 'http'] as const)('voice, asked by %s', (how) => {
  const asker = () => house.client<typeof contract>('voice', house.newCaller(), how)
  const heard = async (client: Client<typeof contract>, input: Parameters<typeof client.speak>[0]) =>
    Buffer.concat(await Array.fromAsync(client.speak(input))).toString()

  it('lists voices of engines that can speak, page by page and by language', async () => {
    const client = asker()
    const one = await client.listVoices({ limit: 2 })
    expect(one.items.map((it) => it.id)).toEqual(['first:ada', 'first:asha'])
    expect((await client.listVoices({ limit: 2, cursor: one.next! })).items).toEqual([
      { id: 'second:bob', engine: 'second', name: 'Bob', language: 'en', gender: 'male' },
    ])
    expect((await client.listVoices({ language: 'hi' })).items.map((it) => it.id)).toEqual(['first:asha'])
    first.here = false
    expect((await client.listVoices({})).items.map((it) => it.id)).toEqual(['second:bob'])
  })

  it('lists engines with what they can do or what is missing', async () => {
    second.here = false
    expect((await asker().listEngines({})).engines).toEqual([
      { name: 'first', kind: 'speech', available: true, languages: ['en', 'hi'], sentence: 'Speaks letters.' },
      { name: 'second', kind: 'speech', available: false, languages: ['en'], sentence: 'The letters are missing.' },
      { name: 'ear', kind: 'recognition', available: false, languages: ['en'], sentence: 'The ear is missing.' },
    ])
  })

  it('speaks with the wished voice, pace, height and loudness', async () => {
    expect(await heard(asker(), { text: ' Hello ', language: 'en', voiceId: 'second:bob', speed: 1.5, pitch: 0.9, volume: 0.5 })).toBe('Hello')
    expect(second.said).toEqual([{ text: 'Hello', voice: 'bob', language: 'en', format: 'pcm-16k', speed: 1.5, pitch: 0.9, volume: 0.5 }])
  })

  it('speaks a language the wished voice does not speak with one that does', async () => {
    expect(await heard(asker(), { text: 'हाँ', language: 'hi', voiceId: 'second:bob' })).toBe('हाँ')
    expect(first.said.map((it) => it.voice)).toEqual(['asha'])
  })

  it('lets the next engine speak when the first fails before a sound', async () => {
    first.failAfterPieces = 0
    expect(await heard(asker(), { text: 'Hello', language: 'en' })).toBe('Hello')
    expect(second.said).toHaveLength(1)
  })

  it('keeps a whole utterance for the same organisation and no other', async () => {
    const client = asker()
    const text = `Kept ${how}`
    for (let i = 0; i < 3; i++) expect(await heard(client, { text, language: 'en' })).toBe(text)
    expect(first.said).toHaveLength(1)
    expect(await heard(asker(), { text, language: 'en' })).toBe(text)
    expect(first.said).toHaveLength(2)
    expect(await heard(client, { text, language: 'en', speed: 1.1 })).toBe(text)
    expect(first.said).toHaveLength(3)
  })

  it('keeps nothing of an utterance that was broken off', async () => {
    const client = asker()
    const before = cache.names().length
    for await (const _ of client.speak({ text: 'Broken off ∞', language: 'en' })) break
    await vi.waitFor(() => expect(first.finished).toBe(1), 10_000)
    first.failAfterPieces = 3
    await expect(heard(client, { text: 'Fails midway', language: 'en' })).rejects.toThrow()
    expect(cache.names()).toHaveLength(before)
    expect(second.said).toHaveLength(0)
  })

  it.each([
    ['an unknown voice', { text: 'x', language: 'en', voiceId: 'first:nobody' }, 'voice.voice_not_found'],
    ['a language nobody speaks', { text: 'x', language: 'bn' }, 'voice.engine_absent'],
    ['an empty text', { text: '  ', language: 'en' }, 'request.invalid'],
    ['a text that is too long', { text: 'x'.repeat(2001), language: 'en' }, 'request.invalid'],
    ['a pace nobody understands', { text: 'x', language: 'en', speed: 9 }, 'request.invalid'],
  ] as const)('refuses %s', async (_name, input, code) => {
    await expect(heard(asker(), input)).rejects.toMatchObject({ code, message: faults[code].message })
  })

  it('says that the engine failed when all of them do', async () => {
    first.failAfterPieces = 0
    second.failAfterPieces = 0
    await expect(heard(asker(), { text: 'Hello', language: 'en' })).rejects.toMatchObject({ code: 'voice.engine_failed' })
  })

  it('refuses a caller without the scope', async () => {
    const client = house.client<typeof contract>('voice', house.newCaller({ scopes: ['calls:read'] }), how)
    await expect(client.listVoices({})).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
