import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { BlobStore } from '@myna/ports/blobs'
import { describe, expect, it } from 'vitest'
import { openRecorder, sweepRecordings } from '#streams/recorder.ts'
import { frameBytes } from '#streams/sound.ts'

/** A store that keeps blobs in memory, as small as a port can be. */
function memoryStore() {
  const blobs = new Map<string, Buffer>()
  const store: BlobStore = {
    name: 'memory',
    async put(name, body) {
      const chunks: Uint8Array[] = []
      for await (const chunk of body) chunks.push(chunk)
      blobs.set(name, Buffer.concat(chunks))
      return { bytes: blobs.get(name)!.byteLength }
    },
    get: async (name) => {
      const blob = blobs.get(name)
      return (
        blob && {
          bytes: blob.byteLength,
          body: (async function* () {
            yield new Uint8Array(blob)
          })(),
        }
      )
    },
    delete: async (name) => void blobs.delete(name),
    async *list() {},
  }
  return { blobs, store }
}
const frameOf = (sample: number) => {
  const frame = Buffer.alloc(frameBytes)
  for (let index = 0; index < frameBytes; index += 2) frame.writeInt16LE(sample, index)
  return frame
}
/** Samples of one lane at a moment, 0 for the caller and 1 for the agent. */
const sampleAt = (wav: Buffer, ms: number, lane: 0 | 1) => wav.readInt16LE(44 + ms * 16 * 4 + lane * 2)

describe('a recording', () => {
  it('is a two-channel WAV with each voice at its time', async () => {
    const { blobs, store } = memoryStore()
    const recorder = await openRecorder()
    for (let ms = 20; ms <= 1000; ms += 20) recorder.caller(frameOf(111), ms)
    for (let ms = 500; ms < 700; ms += 20) recorder.agent(frameOf(222), ms)
    expect(await recorder.store(store, 'a.wav')).toBe(true)
    await recorder.discard()
    const wav = blobs.get('a.wav')!
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
    expect(wav.readUInt16LE(22)).toBe(2)
    expect(wav.readUInt32LE(40)).toBe(wav.byteLength - 44)
    expect([sampleAt(wav, 100, 0), sampleAt(wav, 100, 1), sampleAt(wav, 600, 1), sampleAt(wav, 900, 1)]).toEqual([111, 0, 222, 0])
  })

  it('forgets what the agent said after it was cut off', async () => {
    const { blobs, store } = memoryStore()
    const recorder = await openRecorder()
    for (let ms = 0; ms < 1000; ms += 20) recorder.agent(frameOf(222), ms)
    recorder.cutAgent(400)
    recorder.caller(frameOf(111), 900)
    await recorder.store(store, 'a.wav')
    await recorder.discard()
    const wav = blobs.get('a.wav')!
    expect([sampleAt(wav, 390, 1), sampleAt(wav, 410, 1)]).toEqual([222, 0])
  })

  it('goes on where an earlier part ended', async () => {
    const { blobs, store } = memoryStore()
    const first = await openRecorder()
    first.agent(frameOf(222), 0)
    await first.store(store, 'a.wav')
    await first.discard()
    const second = await openRecorder((await store.get('a.wav'))!.body)
    second.agent(frameOf(333), 1000)
    await second.store(store, 'a.wav')
    await second.discard()
    const wav = blobs.get('a.wav')!
    expect([sampleAt(wav, 10, 1), sampleAt(wav, 500, 1), sampleAt(wav, 1010, 1)]).toEqual([222, 0, 333])
  })

  it('is not stored when nothing was heard', async () => {
    const { blobs, store } = memoryStore()
    const recorder = await openRecorder()
    expect(await recorder.store(store, 'a.wav')).toBe(false)
    await recorder.discard()
    expect(blobs.size).toBe(0)
  })

  it('does not grow faster than the call', async () => {
    const { blobs, store } = memoryStore()
    const recorder = await openRecorder()
    for (let count = 0; count < 5_000; count++) recorder.caller(frameOf(111), 1_000)
    await recorder.store(store, 'a.wav')
    await recorder.discard()
    expect((blobs.get('a.wav')!.byteLength - 44) / 64).toBeLessThan(3_100)
  })

  it('of a process that died leaves no files for ever, and one that goes on keeps its own', async () => {
    const recorder = await openRecorder()
    const mine = await readdir(tmpdir())
    const dead = await mkdtemp(join(tmpdir(), 'myna-recording-'))
    await writeFile(join(dead, 'caller'), 'sound')
    const longAgo = new Date(Date.now() - 3 * 3_600_000)
    for (const path of [join(dead, 'caller'), dead]) await utimes(path, longAgo, longAgo)
    await sweepRecordings(2 * 3_600_000, new Date())
    const left = await readdir(tmpdir())
    expect(left).not.toContain(basename(dead))
    expect(left).toEqual(expect.arrayContaining(mine.filter((it) => it.startsWith('myna-recording-')).slice(-1)))
    recorder.agent(frameOf(1), 0)
    await recorder.discard()
  })
})
