import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGuardedFetch } from '@myna/fetch-guarded'
import { createOpenAiEmbedder } from '#openai-embedder.ts'
import { type Mood, playedVector, playEmbeddings } from '#test/play-embeddings.ts'

const specs = process.env.MYNA_VENDOR_SPECS ?? ''
const checker = `${specs}/tools/check-request.mjs`
const openAiSpec = `${specs}/derived/openai-core-subset.json`
const hasSpecs = existsSync(checker) && existsSync(openAiSpec)

let server: Awaited<ReturnType<typeof playEmbeddings>>
beforeEach(async () => void (server = await playEmbeddings()))
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.close()
})

type Settings = Partial<Parameters<typeof createOpenAiEmbedder>[0]>
const embedderWith = (change: Settings = {}) =>
  createOpenAiEmbedder({ fetch, baseUrl: server.baseUrl, model: 'text-embedding-3-small', key: server.key, ...change })
const embed = (texts: string[], change: Settings = {}) => embedderWith(change).embed(texts, new AbortController().signal)
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('an embedder', () => {
  it('gives the vector of every text in its order', async () => {
    const vectors = await embed(['phone number', 'दुकान', 'দোকান'])
    expect(vectors.map((it) => [...it])).toEqual(['phone number', 'दुकान', 'দোকান'].map((text) => [...Float32Array.from(playedVector(text, 64))]))
    expect(embedderWith().name).toBe(`${new URL(server.baseUrl).host}/text-embedding-3-small`)
    expect(await embed([])).toEqual([])
  })

  it('puts vectors that come in another order where they belong, and bears a slash after the address', async () => {
    const right = await embed(['a', 'b', 'c'])
    server.be('shuffled')
    expect(await embed(['a', 'b', 'c'], { baseUrl: `${server.baseUrl}/` })).toEqual(right)
  })

  it('asks for shorter vectors where the model can, and calls them by another name', async () => {
    expect((await embed(['a'], { dimensions: 16 }))[0]).toHaveLength(16)
    expect(embedderWith({ dimensions: 16 }).name).toMatch(/:16$/)
    expect(await faultOf(embed(['a'], { dimensions: 16, model: 'text-embedding-ada-002' }))).toMatchObject({ retryable: false, status: 400 })
  })

  it('asks for long lists in several requests', async () => {
    expect(await embed(Array.from({ length: 150 }, (_, at) => `text ${at}`))).toHaveLength(150)
    expect(server.asked.map((it) => it.texts.length)).toEqual([64, 64, 22])
    expect(await embed(Array.from({ length: 64 }, () => 'য়'.repeat(9_000)))).toHaveLength(64)
    expect(server.asked).toHaveLength(6)
  })

  it('bears hostile texts: empty, huge, null bytes, halves of characters, scripts that run the other way', async () => {
    const texts = ['', ' \0\n', '\ud800', '👩‍👩‍👧'.repeat(5_000), 'x'.repeat(1_000_000), '\u202eשלום مرحبا', 'ক'.repeat(20_000)]
    expect(await embed(texts)).toHaveLength(texts.length)
    const sent = server.asked.flatMap((it) => it.texts)
    expect(sent.every((text) => text.isWellFormed() && !text.includes('\0') && Buffer.byteLength(text) <= 8_000)).toBe(true)
  })

  it('sends no half characters, wherever a text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }).filter((it) => !it.includes('\0')),
        fc.nat(3),
        async (unit, shift) => {
          const whole = 'a'.repeat(shift) + unit.repeat(4_000)
          await embed([whole])
          const text = server.asked.at(-1)?.texts[0] ?? ''
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8_000)
          expect(text === '-' || whole.trim().startsWith(text)).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })

  it.each(['one_less', 'one_twice', 'outside', 'nothing', 'not_a_number', 'text', 'empty', 'zero', 'too_great', 'html', 'cuts'] as const)(
    'uses nothing of an answer that is %s, and says that it may be right next time',
    async (mood: Mood) => {
      server.be(mood)
      expect(await faultOf(embed(['a', 'b']))).toMatchObject({ name: 'PortFault', retryable: true })
    },
  )

  it('refuses vectors of different lengths, or of another than was asked for', async () => {
    server.be('uneven')
    expect(await faultOf(embed(['a', 'b']))).toMatchObject({ name: 'PortFault', retryable: false })
    expect(await faultOf(embed(['a'], { dimensions: 16 }))).toMatchObject({ name: 'PortFault', retryable: false })
  })

  it('lets a server go whose answer has no end', async () => {
    server.be('giant')
    expect(await faultOf(embed(['a']))).toMatchObject({ retryable: false, message: expect.stringContaining('far more') })
    await expect.poll(() => server.closedEarly).toBe(1)
  })

  it.each([
    ['a wrong key', { key: 'sk-wrong-1234' }, /KEY/],
    ['no key', { key: undefined }, /KEY/],
    ['a key that is none', { key: 'sk-ключ' }, /KEY/],
    ['an unknown model', { model: 'none-9' }, /MODEL/],
  ] as const)('says that %s will not do, and that trying again will not help', async (_, change, sentence) => {
    const fault = (await faultOf(embed(['Secret words'], change))) as Error
    expect(fault).toMatchObject({ name: 'PortFault', retryable: false, message: expect.stringMatching(sentence) })
    expect(JSON.stringify(fault) + fault.message + String(fault.cause)).not.toMatch(/sk-wrong|Secret words/)
  })

  it('takes a key as it was pasted, and none from the environment', async () => {
    expect(await embed(['a'], { key: ` ${server.key}\r\n` })).toHaveLength(1)
    vi.stubEnv('OPENAI_API_KEY', server.key)
    expect(await faultOf(embed(['a'], { key: undefined }))).toMatchObject({ status: 401 })
  })

  it('says how long to wait when there were too many requests, and never asks again by itself', async () => {
    server.allow(1)
    await embed(['a'])
    expect(await faultOf(embed(['a']))).toMatchObject({ retryable: true, status: 429, message: expect.stringContaining('20 seconds') })
    expect(server.asked).toHaveLength(2)
  })

  it('tells a vendor in trouble from an account in trouble', async () => {
    server.be('down')
    expect(await faultOf(embed(['a']))).toMatchObject({ retryable: true, status: 503 })
    server.be('no_credit')
    expect(await faultOf(embed(['a']))).toMatchObject({ retryable: false, message: expect.stringContaining('no credit') })
  })

  it('stops at once when told to, before, while it waits and in the middle', async () => {
    for (const mood of ['silent', 'stalls'] as const) {
      server.be(mood)
      const abort = new AbortController()
      const asking = faultOf(embedderWith().embed(['a'], abort.signal))
      await expect.poll(() => server.asked.length).toBeGreaterThan(mood === 'silent' ? 0 : 1)
      abort.abort()
      expect(await asking).toMatchObject({ name: 'AbortError' })
    }
    expect(await faultOf(embedderWith().embed(['a'], AbortSignal.abort()))).toMatchObject({ name: 'AbortError' })
    expect(server.asked).toHaveLength(2)
  })

  it('says that a server which is not there could not be reached', async () => {
    await server.close()
    expect(await faultOf(embed(['a']))).toMatchObject({ name: 'PortFault', retryable: true })
    server = await playEmbeddings()
  })

  it('goes out through the guarded fetch: a private address is refused, an allowed one answers', async () => {
    for (const allowHosts of [[], [new URL(server.baseUrl).host]]) {
      const guarded = createGuardedFetch({ allowHosts })
      const asking = embed(['a'], { fetch: guarded.fetch })
      if (allowHosts.length > 0) expect(await asking).toHaveLength(1)
      else expect(await faultOf(asking)).toMatchObject({ retryable: false, message: expect.stringContaining('MYNA_MODEL_ALLOW_HOSTS') })
      await guarded.close()
    }
    expect(server.asked).toHaveLength(1)
  })

  it.skipIf(!hasSpecs)(
    `asks as OpenAI's own description says${hasSpecs ? '' : ' (skipped: set MYNA_VENDOR_SPECS to a folder with derived/openai-core-subset.json)'}`,
    async () => {
      const { load, check } = (await import(pathToFileURL(checker).href)) as { load(file: string): unknown; check(spec: unknown, request: object): string[] }
      await embed(['a', '', 'নমস্কার'], { dimensions: 16 })
      await embed(['a'])
      const spec = load(openAiSpec)
      for (const { contentType, body } of server.asked) expect(check(spec, { method: 'POST', path: '/embeddings', contentType, body })).toEqual([])
    },
  )
})
