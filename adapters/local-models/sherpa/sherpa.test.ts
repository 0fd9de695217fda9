import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { recognitionConformance } from '@myna/ports/conformance/recognition'
import { speechConformance } from '@myna/ports/conformance/speech'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionStream } from '@myna/ports/recognition'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSherpaRecognition, createSherpaSpeech } from './index.ts'
import { install, installListener, installSpeaker, installWholeListener, listeningToy, speakingToy, toneSpeech } from './test/toys.ts'

const place = mkdtempSync(join(tmpdir(), 'myna-sherpa-'))
afterAll(() => rmSync(place, { recursive: true }))
const both = join(place, 'both')
installListener(both)
installSpeaker(both)
const patient = join(place, 'patient')
installWholeListener(patient)
const missing = isInstalled() ? undefined : 'install the package sherpa-onnx-node'

const english = { languages: ['en'], format: 'pcm-16k', phrases: [] } as const
const plain = { language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1, voice: 'toy-mouth.flute' } as const
const never = () => new AbortController().signal

for (const [how, folder] of [
  ['while it is spoken', both],
  ['after its end', patient],
] as const)
  recognitionConformance(`sherpa-onnx with a toy model that hears an utterance ${how}`, {
    open: async () => {
      const engine = createSherpaRecognition({ folder })
      const sentences = ['a b c d e f g h', 'h g f e d', 'b b a'].map((text) => ({ text, pcm: toneSpeech(text) }))
      return { engine, spoken: { language: 'en', sentences }, cut: () => void process.kill(engine.pid!, 'SIGKILL') }
    },
    mostErrors: 0,
    missing,
  })

if (missing === undefined) speechConformance('sherpa-onnx with a toy model', async () => createSherpaSpeech({ folder: both }))

describe.skipIf(missing !== undefined)(`sherpa-onnx${missing === undefined ? '' : ` (skipped: ${missing})`}`, { timeout: 60_000 }, () => {
  let folder: string
  let count = 0
  const open: { close(): Promise<void> }[] = []
  const ears = (it: Partial<Parameters<typeof createSherpaRecognition>[0]> = {}) => kept(createSherpaRecognition({ folder, ...it }))
  const mouth = (it: Partial<Parameters<typeof createSherpaSpeech>[0]> = {}) => kept(createSherpaSpeech({ folder, ...it }))
  const kept = <T extends { close(): Promise<void> }>(engine: T): T => {
    open.push(engine)
    return engine
  }
  beforeEach(() => void (folder = join(place, String(++count))))
  afterEach(async () => void (await Promise.all(open.splice(0).map((it) => it.close()))))

  it('says what to do where there is no model', async () => {
    expect(await ears().available()).toEqual({
      available: false,
      sentence: 'sherpa-onnx has no model that recognises speech here. "myna models list" shows those there are, "myna models pull <name>" brings one.',
    })
    expect((await mouth().available()).sentence).toMatch(/^sherpa-onnx has no model that speaks here\./)
    expect([ears().languages, await mouth().voices()]).toEqual([[], []])
    await expect(ears().listen(english, never())).rejects.toMatchObject({
      retryable: false,
      message: 'sherpa-onnx has no model here that understands English.',
    })
  })

  it('sees models that are brought later, and takes each for its languages', async () => {
    const engine = ears()
    expect((await engine.available()).available).toBe(false)
    installListener(folder, 'one', ['bn'])
    installListener(folder, 'two', ['hi', 'en'])
    expect(await engine.available()).toEqual({
      available: true,
      sentence: 'sherpa-onnx understands Bengali, Hindi, and English on this machine, without a key (one, two).',
    })
    expect(engine.languages).toEqual(['bn', 'hi', 'en'])
    const stream = await engine.listen({ ...english, languages: ['hinglish', 'bn'] }, never())
    expect(await finalOf(stream, toneSpeech('c d'))).toMatchObject({ text: 'c d', language: 'bn' })
  })

  it('prefers what streams to what waits, and what knows one language to what knows many', async () => {
    installWholeListener(folder, 'a-patient', ['en'])
    installListener(folder, 'b-many', ['en', 'hi'])
    installListener(folder, 'c-one', ['en'], {
      ...listeningToy(),
      'tokens.txt': Buffer.from(listeningToy()['tokens.txt']!.toString().replace('▁a 0', '▁one 0')),
    })
    expect(await finalOf(await ears().listen(english, never()), toneSpeech('a'))).toMatchObject({ text: 'one' })
  })

  it('ends a process that hangs, and the listenings of it', async () => {
    installListener(folder)
    const engine = ears({ entry: new URL('./test/hanging.ts', import.meta.url), patienceMs: 200 })
    const stream = await engine.listen(english, never())
    stream.feed(toneSpeech('a'))
    await expect(Array.fromAsync(stream.texts)).rejects.toMatchObject({ retryable: true })
    expect(engine.pid).toBeUndefined()
  })

  it('tells drafts while somebody speaks', async () => {
    installListener(folder)
    const stream = await ears().listen(english, never())
    const texts = stream.texts[Symbol.asyncIterator]()
    stream.feed(toneSpeech('a b c'))
    expect(await texts.next()).toMatchObject({ value: { text: expect.stringMatching(/^a( b)?( c)?$/), final: false, language: 'en' } })
    expect(await finalOf(stream, toneSpeech('d'))).toEqual({ text: 'a b c d', final: true, language: 'en' })
  })

  it('refuses a file whose checksum differs, before it is loaded', async () => {
    installListener(folder)
    const files = listeningToy()
    files['model.onnx']![100]! ^= 1
    writeFileSync(join(folder, 'toy-ears', 'model.onnx'), files['model.onnx']!)
    const engine = ears()
    const sentence = 'The model toy-ears has another checksum of model.onnx than it came with. Run "myna models remove toy-ears" and bring it again.'
    await expect(engine.listen(english, never())).rejects.toMatchObject({ retryable: false, message: sentence })
    expect(engine.pid).toBeUndefined()
    expect(await engine.available()).toEqual({ available: false, sentence })
    rmSync(join(folder, 'toy-ears', 'tokens.txt'))
    expect((await ears().available()).sentence).toMatch(/^The model toy-ears (lacks its file tokens\.txt|has another checksum)/)
    // Brought again, it is taken again.
    await sleep(5)
    installListener(folder)
    expect(await finalOf(await engine.listen(english, never()), toneSpeech('e f'))).toMatchObject({ text: 'e f' })
  })

  it.each([
    ['that recognises', 'nonsense', () => Buffer.from('this is no model '.repeat(40))],
    ['that recognises', 'half of it', () => listeningToy()['model.onnx']!.subarray(0, 2000)],
    ['that recognises', 'a model of another kind', () => speakingToy()['model.onnx']!],
  ])('outlives a model %s that is %s: says so, and uses another', async (_kind, _what, bytes) => {
    installListener(folder, 'bad', ['en'], { ...listeningToy(), 'model.onnx': bytes() })
    const engine = ears()
    const error = await engine.listen(english, never()).catch((it: unknown) => it)
    expect(error).toMatchObject({ retryable: false, message: expect.stringMatching(/^The model bad cannot be loaded: /) })
    expect(await engine.available()).toMatchObject({ available: false, sentence: (error as PortFault).message })
    installListener(folder, 'good')
    expect(await finalOf(await engine.listen(english, never()), toneSpeech('g h'))).toMatchObject({ text: 'g h' })
    expect((await engine.available()).sentence).toMatch(/\(good\)\. The model bad cannot be loaded/)
  })

  it('outlives a voice that is no model', async () => {
    installSpeaker(folder, 'bad', { ...speakingToy(), 'model.onnx': Buffer.from('no model at all') })
    installSpeaker(folder, 'good')
    const engine = mouth()
    await expect(Array.fromAsync(engine.speak({ ...plain, text: 'Hello.', voice: 'bad.flute' }, never()))).rejects.toMatchObject({ retryable: false })
    expect((await engine.voices()).map((it) => it.id)).toEqual(['good.flute'])
    expect((await Array.fromAsync(engine.speak({ ...plain, text: 'Hello.', voice: 'good.flute' }, never()))).length).toBeGreaterThan(1)
  })

  it('ends listenings with a retryable fault when its process is killed, and listens again', async () => {
    installListener(folder)
    const engine = ears()
    const stream = await engine.listen(english, never())
    const first = engine.pid!
    process.kill(first, 'SIGKILL')
    await expect(Array.fromAsync(stream.texts)).rejects.toMatchObject({ name: 'PortFault', retryable: true })
    expect(await finalOf(await engine.listen(english, never()), toneSpeech('a h'))).toMatchObject({ text: 'a h' })
    expect(engine.pid).not.toBe(first)
  })

  it('speaks the next text after its process was killed', async () => {
    installSpeaker(folder)
    const engine = mouth()
    const say = async () => Buffer.concat(await Array.fromAsync(engine.speak({ ...plain, text: 'I am here.' }, never()))).length
    const before = await say()
    process.kill(engine.pid!, 'SIGKILL')
    expect(await say()).toBe(before)
  })

  it('leaves no process, closed or killed', async () => {
    installListener(folder)
    installSpeaker(folder)
    const engines = [ears(), mouth()] as const
    await engines[0].listen(english, never())
    await Array.fromAsync(engines[1].speak({ ...plain, text: 'Hello.' }, never()))
    const pids = engines.map((it) => it.pid!)
    await Promise.all(engines.map((it) => it.close()))
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
    await expect(engines[0].listen(english, never())).rejects.toBeInstanceOf(PortFault)

    const orphan = spawn(process.execPath, [join(import.meta.dirname, 'test', 'orphan.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = (await once(orphan.stdout, 'data')) as [Buffer]
    orphan.kill('SIGKILL')
    for (let look = 0; existsSync(`/proc/${said.toString().trim()}`) && look < 400; look++) await sleep(25)
    expect(existsSync(`/proc/${said.toString().trim()}`)).toBe(false)
  })

  it('keeps as many models in memory as it may, and takes out the one used least lately', async () => {
    for (const [name, language] of [
      ['one', 'en'],
      ['two', 'hi'],
      ['three', 'bn'],
    ] as const)
      installListener(folder, name, [language])
    const engine = ears({ mostModels: 2 })
    const listen = (language: 'en' | 'hi' | 'bn') => engine.listen({ ...english, languages: [language] }, never())
    const [first] = [await listen('en'), await listen('hi')]
    await expect(listen('bn')).rejects.toMatchObject({ retryable: true, message: 'sherpa-onnx has 2 models in use, and room for no more.' })
    first.close()
    expect(await finalOf(await listen('bn'), toneSpeech('d e'))).toMatchObject({ text: 'd e', language: 'bn' })
  })

  it('refuses more listenings than it may have', async () => {
    installListener(folder)
    const engine = ears({ mostListenings: 1 })
    const opening = await Promise.allSettled([engine.listen(english, never()), engine.listen(english, never())])
    expect(opening.map((it) => it.status)).toEqual(['fulfilled', 'rejected'])
  })

  it('ends a listening whose sound it cannot keep up with', async () => {
    installListener(folder)
    const engine = ears()
    const stream = await engine.listen(english, never())
    for (let second = 0; second < 61; second++) stream.feed(new Uint8Array(32_000))
    await expect(Array.fromAsync(stream.texts)).rejects.toMatchObject({ retryable: true, message: expect.stringContaining('does not keep up') })
  })

  it('says that its package is missing, and does not start again and again', async () => {
    installListener(folder)
    const engine = ears({ entry: new URL('./test/absent.ts', import.meta.url) })
    await expect(engine.listen(english, never())).rejects.toMatchObject({ retryable: false })
    expect(await engine.available()).toEqual({
      available: false,
      sentence: 'sherpa-onnx cannot be used here: its package is not installed. Install the package sherpa-onnx-node.',
    })
  })

  it('passes over what is no model, or leads out of its folder', async () => {
    install(folder, { name: 'a', kind: 'recognition', languages: ['en'], engine: { library: 'other', as: 'recognition', family: 'x', files: {} } }, {})
    const escaping = { library: 'sherpa-onnx', as: 'recognition', family: 'x', files: { model: '../../secret' } }
    install(folder, { name: 'b', kind: 'recognition', languages: ['en'], engine: escaping }, {})
    install(folder, { name: 'c', kind: 'recognition', languages: ['xx'], engine: { ...escaping, files: {} } }, {})
    installListener(folder, 'd')
    for (const text of ['', '{}', 'null', '[1]', '{"version":1,"name":"d"}']) {
      writeFileSync(join(folder, 'd', 'manifest.json'), text)
      expect(ears().languages).toEqual([])
    }
  })
})

async function finalOf(stream: RecognitionStream, pcm: Uint8Array) {
  stream.feed(pcm)
  stream.endUtterance()
  for (;;) {
    const { value, done } = await stream.texts[Symbol.asyncIterator]().next()
    if (done) throw new Error('the texts ended before a final one')
    if (value.final) return value
  }
}

function isInstalled(): boolean {
  try {
    import.meta.resolve('sherpa-onnx-node')
    return true
  } catch {
    return false
  }
}
