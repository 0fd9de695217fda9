import { Worker } from 'node:worker_threads'
import { recognitionConformance } from '@myna/ports/conformance/recognition'
import { PortFault } from '@myna/ports/fault'
import type { Recognised, RecognitionStream } from '@myna/ports/recognition'
import { afterEach, describe, expect, it } from 'vitest'
import { createSoundswallower } from './soundswallower.ts'
import { fliteSpeech, missingHere } from './test/flite.ts'

const missing = missingHere()
const english = { languages: ['en'], format: 'pcm-16k', phrases: [] } as const
const never = () => new AbortController().signal

const sentences = ['no thank you', 'nine eight four five', 'tomorrow at three thirty', 'can you repeat that please']

recognitionConformance('soundswallower', {
  open: async () => ({ engine: createSoundswallower(), spoken: { language: 'en', sentences: sentences.map((text) => ({ text, pcm: fliteSpeech(text) })) } }),
  mostErrors: 0.1,
  missing,
})

const opened: ReturnType<typeof createSoundswallower>[] = []
const open = (options: Parameters<typeof createSoundswallower>[0] = {}) => {
  opened.push(createSoundswallower(options))
  return opened.at(-1)!
}
afterEach(async () => void (await Promise.all(opened.splice(0).map((it) => it.close()))))

describe.skipIf(missing !== undefined)(`soundswallower by expectation${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  const said: string[][] = []
  const log = { info: (detail: object) => void said.push((detail as { words: string[] }).words), warn: () => {} }
  const listen = async (phrases: readonly string[] = []) => {
    const stream = await open({ log }).listen({ ...english, phrases }, never())
    const texts = stream.texts[Symbol.asyncIterator]()
    return { stream, ask: async (pcm: Uint8Array) => answerOf(stream, texts, pcm) }
  }

  it('understands the words of the moment, and others at the next', async () => {
    const { stream, ask } = await listen()
    stream.expect!(['chocolate cake', 'apple pie', 'lemon tart'])
    expect((await ask(fliteSpeech('apple pie'))).text).toBe('apple pie')
    stream.expect!(['Christopher', 'Elizabeth', 'Benjamin'])
    expect((await ask(fliteSpeech('Elizabeth'))).text).toBe('elizabeth')
    stream.expect!([])
    expect((await ask(fliteSpeech('yes'))).text).toBe('yes')
  })

  it('keeps the expectation of an utterance that has begun', async () => {
    const { stream, ask } = await listen()
    stream.expect!(['apple pie', 'lemon tart'])
    const pie = fliteSpeech('apple pie')
    stream.feed(pie.subarray(0, 6400))
    stream.expect!(['green tea', 'black coffee'])
    expect((await ask(pie.subarray(6400))).text).toBe('apple pie')
    expect((await ask(fliteSpeech('black coffee', 'slt'))).text).toBe('black coffee')
  })

  it('leaves out words that the dictionary lacks, and says which', async () => {
    said.length = 0
    const { stream, ask } = await listen(['zwyrtq bakery'])
    stream.expect!(['qwxzy pie', 'lemon tart'])
    expect((await ask(fliteSpeech('lemon tart'))).text).toBe('lemon tart')
    expect(said.flat()).toEqual(expect.arrayContaining(['zwyrtq', 'qwxzy']))
  })

  it('knows likely phrases besides its commands', async () => {
    const { ask } = await listen(['strawberry milkshake'])
    expect((await ask(fliteSpeech('strawberry milkshake'))).text).toBe('strawberry milkshake')
    expect((await ask(fliteSpeech('goodbye'))).text).toBe('goodbye')
  })

  it('takes steady noise for no speech, and gives no confidence', async () => {
    const { ask } = await listen()
    let seed = 7
    const noise = Buffer.from(Int16Array.from({ length: 32_000 }, () => ((seed = (seed * 16_807) % 2_147_483_647) % 4000) - 2000).buffer)
    expect(await ask(noise)).toEqual({ text: '', final: true, language: 'en' })
    expect(await ask(fliteSpeech('yes'))).toEqual({ text: 'yes', final: true, language: 'en' })
  })

  it('hears the same in pieces of an odd number of bytes', async () => {
    const { stream, ask } = await listen()
    const pcm = fliteSpeech('next monday')
    for (let at = 0; at < pcm.length; at += 331) stream.feed(pcm.subarray(at, at + 331))
    expect((await ask(new Uint8Array(0))).text).toBe('next monday')
  })
})

describe('soundswallower', () => {
  it('knows every word of its own grammar', async () => {
    const words: string[][] = []
    const stream = await open({ log: { info: (detail) => void words.push((detail as { words: string[] }).words), warn: () => {} } }).listen(english, never())
    const texts = stream.texts[Symbol.asyncIterator]()
    expect((await answerOf(stream, texts, new Uint8Array(6400))).text).toBe('')
    expect(words).toEqual([])
  })

  it('refuses more listenings than it may have, and has room again', async () => {
    const engine = open({ mostListenings: 1 })
    const first = await engine.listen(english, never())
    await expect(engine.listen(english, never())).rejects.toMatchObject({ retryable: true })
    first.close()
    await engine.listen(english, never())
  })

  it.skipIf(missing !== undefined)(
    `hears one person after the other as well as the first, left off anywhere${missing === undefined ? '' : ` (skipped: ${missing})`}`,
    async () => {
      const engine = open({ mostListenings: 1 })
      for (const [at, words] of ['yes', 'goodbye', 'next monday', 'cancel'].entries()) {
        const stream = await engine.listen(english, never())
        if (at > 0) stream.expect!([words, 'something else'])
        const texts = stream.texts[Symbol.asyncIterator]()
        expect((await answerOf(stream, texts, fliteSpeech(words))).text).toBe(words)
        stream.feed(fliteSpeech('tomorrow'))
        stream.close()
      }
    },
  )

  it('ends a listening whose sound it cannot keep up with', async () => {
    const stream = await open().listen(english, never())
    for (let second = 0; second < 61; second++) stream.feed(new Uint8Array(32_000))
    await expect(Array.fromAsync(stream.texts)).rejects.toMatchObject({ retryable: true })
  })

  it('ends listenings with a retryable fault when the worker dies, and listens again', async () => {
    const dying = open({ entry: new URL('./test/dying.ts', import.meta.url) })
    const stream = await dying.listen(english, never())
    stream.feed(new Uint8Array(640))
    const error = await Array.fromAsync(stream.texts).catch((it: unknown) => it)
    expect(error).toBeInstanceOf(PortFault)
    expect((error as PortFault).retryable).toBe(true)
    await dying.listen(english, never())
  })

  it('refuses to listen once it is closed', async () => {
    const engine = open()
    const stream = await engine.listen(english, never())
    await engine.close()
    await engine.close()
    expect(await Array.fromAsync(stream.texts)).toEqual([])
    expect(await engine.available()).toEqual({ available: false, sentence: 'soundswallower was closed.' })
    await expect(engine.listen(english, never())).rejects.toBeInstanceOf(PortFault)
  })

  it('lets a program end that has an open engine but no listening', async () => {
    const worker = new Worker(new URL('./test/idle.ts', import.meta.url))
    expect(await new Promise((resolve) => worker.once('exit', resolve))).toBe(0)
  })
})

async function answerOf(stream: RecognitionStream, texts: AsyncIterator<Recognised>, pcm: Uint8Array): Promise<Recognised> {
  stream.feed(pcm)
  stream.endUtterance()
  for (;;) {
    const { value, done } = await texts.next()
    if (done) throw new Error('the texts ended before a final one')
    if (value.final) return value
  }
}
