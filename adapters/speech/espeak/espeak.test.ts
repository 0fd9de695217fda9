import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { speechConformance } from '@myna/ports/conformance/speech'
import { PortFault } from '@myna/ports/fault'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEspeak } from './espeak.ts'
import { Mouth } from './mouth.ts'
import { medianPitchHz } from './test/median-pitch.ts'

speechConformance('espeak', async () => createEspeak())

describe('espeak in its child process', () => {
  let engine: ReturnType<typeof createEspeak>
  beforeAll(async () => {
    engine = createEspeak()
    await engine.available()
  }, 60_000)
  afterAll(() => engine.close())
  const say = async (voice: string, text: string, pitch = 1) =>
    Buffer.concat(
      await Array.fromAsync(engine.speak({ text, voice, speed: 1, pitch, volume: 1, language: 'en', format: 'pcm-16k' }, new AbortController().signal)),
    )

  it('uses the right voice for each of two languages, in a row and at once', async () => {
    const text = '25, 36, 47, 58, 69.'
    const tenths = async (voices: string[]) => (await Promise.all(voices.map((voice) => say(voice, text)))).map((it) => Math.round(it.length / 3200))
    // The lengths of a sentence differ by a few samples each time.
    const near = (expected: number[], got: number[]) => expected.forEach((it, at) => expect(Math.abs(it - got[at]!)).toBeLessThanOrEqual(1))
    const [hindi, english] = [...(await tenths(['hi'])), ...(await tenths(['en-us']))] as [number, number]
    expect(Math.abs(hindi - english)).toBeGreaterThan(2)
    near([hindi], await tenths(['hi']))
    near([english, hindi, english, hindi], await tenths(['en-us', 'hi', 'en-us', 'hi']))
  })

  it('speaks higher with a female voice and a higher pitch', async () => {
    const text = 'We were away a year ago in rainy weather.'
    const male = medianPitchHz(await say('en-us', text))
    expect(medianPitchHz(await say('en-us-female', text))).toBeGreaterThan(male * 1.6)
    expect(medianPitchHz(await say('en-us', text, 1.5)) / male).toBeCloseTo(1.5, 0)
    expect(medianPitchHz(await say('en-us', text, 0.8)) / male).toBeLessThan(0.9)
  })

  it('works for the next request after the child was killed', async () => {
    const before = await say('en-us', 'I am here.')
    const first = engine.pid!
    process.kill(first, 'SIGKILL')
    expect(Math.abs((await say('en-us', 'I am here.')).length - before.length)).toBeLessThan(640)
    expect(engine.pid).not.toBe(first)
  }, 30_000)

  it('fails retryably when the child dies in the middle of a text, and then speaks again', async () => {
    const long = 'This sentence is said again and again. '.repeat(50)
    const sound = engine.speak({ text: long, voice: 'en-us', speed: 0.5, pitch: 1, volume: 1, language: 'en', format: 'pcm-16k' }, new AbortController().signal)
    const rest = (async () => {
      let pieces = 0
      for await (const _ of sound) if (++pieces === 1) process.kill(engine.pid!, 'SIGKILL')
      return pieces
    })()
    // Either the segment under way had been heard (a fault), or it had not (it is said again by the next child).
    const end = await rest.catch((error: unknown) => error)
    if (end instanceof PortFault) expect(end.retryable).toBe(true)
    else expect(end).toBeGreaterThan(500)
    expect((await say('en-us', 'I am here.')).length).toBeGreaterThan(16_000)
  }, 30_000)

  it('takes as much of a long text as is listened to, and no more', async () => {
    const iterator = engine
      .speak(
        { text: 'This sentence is said again and again. '.repeat(200), voice: 'en-us', speed: 1, pitch: 1, volume: 1, language: 'en', format: 'pcm-16k' },
        new AbortController().signal,
      )
      [Symbol.asyncIterator]()
    await iterator.next()
    // Others are served while this one waits for its listener.
    expect((await say('hi', 'नमस्ते।')).length).toBeGreaterThan(8000)
    await iterator.return?.()
  })

  it('refuses to speak once it is closed, and leaves no process', async () => {
    const other = createEspeak()
    await other.available()
    const pid = other.pid!
    await other.close()
    await other.close()
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
    expect(await other.available()).toMatchObject({ available: false })
    await expect(
      Array.fromAsync(
        other.speak({ text: 'Hello.', voice: 'en-us', speed: 1, pitch: 1, volume: 1, language: 'en', format: 'pcm-16k' }, new AbortController().signal),
      ),
    ).rejects.toBeInstanceOf(PortFault)
  }, 30_000)

  it('says that the package is missing where it is not installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myna-espeak-'))
    await cp(join(import.meta.dirname, 'child'), folder, { recursive: true })
    const mouth = new Mouth({ warn: () => {} }, pathToFileURL(join(folder, 'main.ts')))
    expect(await mouth.ready()).toEqual({ ready: false, reason: 'its package is not installed.' })
    await mouth.close()
    await rm(folder, { recursive: true })
  })
})
