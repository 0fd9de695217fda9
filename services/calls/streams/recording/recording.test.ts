import { appendFile, mkdtemp, readdir, readFile, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryBlobs } from '@myna/blobs-memory'
import { createVault } from '@myna/kernel'
import type { SoundFormat } from '@myna/ports/sound'
import { bytesOfMs } from '@myna/sound/frames'
import { describe, expect, it } from 'vitest'
import type { Recorder } from '#streams/recording/recorder.ts'
import { createShelf } from '#streams/recording/shelf.ts'

const tenantId = '01a1fd46-0000-7000-8000-000000000001'
const callId = '01a1fd46-0000-7000-8000-000000000002'

async function openShelf() {
  const folder = await mkdtemp(join(tmpdir(), 'myna-test-shelf-'))
  const blobs = createMemoryBlobs({ maxBytes: 100_000_000 })
  const shelf = createShelf({ folder, blobs, vault: createVault(new Uint8Array(32).fill(7)) })
  const failures: unknown[] = []
  const begin = (connectionId: string, format: SoundFormat = 'pcm-16k') =>
    shelf.open({ tenantId, callId, connectionId, format, onFailure: (error) => failures.push(error) })
  const wav = async (name: string) => Buffer.concat(await Array.fromAsync((await shelf.read(tenantId, name))!))
  const partPath = async () => join(folder, tenantId, callId, (await readdir(join(folder, tenantId, callId)))[0]!)
  return { shelf, folder, blobs, failures, begin, wav, partPath }
}

/** Twenty milliseconds of one sample value. */
function frame(value: number, format: SoundFormat = 'pcm-16k'): Uint8Array {
  const bytes = Buffer.alloc(bytesOfMs(format, 20))
  if (format === 'mulaw-8k') return bytes.fill(value)
  for (let at = 0; at < bytes.length; at += 2) bytes.writeInt16LE(value, at)
  return bytes
}
const callerSays = (recorder: Recorder, from: number, to: number, value: number) => {
  for (let ms = from + 20; ms <= to; ms += 20) recorder.caller(frame(value), ms)
}
const agentSays = (recorder: Recorder, from: number, to: number, value: number) => {
  for (let ms = from; ms < to; ms += 20) recorder.agent(frame(value), ms)
}
/** The sample of a lane, 0 for the caller and 1 for the agent, at a moment. */
const sampleAt = (wav: Buffer, ms: number, lane: 0 | 1, rate = 16_000) => wav.readInt16LE(44 + Math.round((ms * rate) / 1000) * 4 + lane * 2)

describe('a recording', () => {
  it('is a WAV of two lanes with each voice at its time, and its peaks', async () => {
    const { shelf, begin, wav } = await openShelf()
    const recorder = await begin('a')
    callerSays(recorder, 0, 1_000, 3_000)
    agentSays(recorder, 500, 700, 30_000)
    await recorder.close()
    const kept = (await shelf.keep(tenantId, callId, null))!
    const file = await wav(kept.name)
    expect(file.byteLength).toBe(kept.bytes)
    expect(file.toString('latin1', 0, 4)).toBe('RIFF')
    expect([file.readUInt16LE(22), file.readUInt32LE(24), file.readUInt32LE(40)]).toEqual([2, 16_000, file.byteLength - 44])
    expect([sampleAt(file, 100, 0), sampleAt(file, 100, 1), sampleAt(file, 600, 1), sampleAt(file, 900, 1)]).toEqual([3_000, 0, 30_000, 0])
    expect(kept.peaks).toMatchObject({ bucketMs: 100, caller: Array.from({ length: 10 }, () => 9) })
    expect(kept.peaks.agent).toEqual([0, 0, 0, 0, 0, 92, 92, 0, 0, 0])
  })

  it('that was begun before the key was replaced is kept, and kept again under the new key', async () => {
    const { folder, blobs, begin } = await openShelf()
    const [before, now] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)]
    const recorder = await begin('a')
    callerSays(recorder, 0, 100, 3_000)
    await recorder.close()
    const shelf = createShelf({ folder, blobs, vault: createVault(now, before) })
    const { name } = (await shelf.keep(tenantId, callId, null))!
    const later = createShelf({ folder, blobs, vault: createVault(now) })
    expect(sampleAt(Buffer.concat(await Array.fromAsync((await later.read(tenantId, name))!)), 50, 0)).toBe(3_000)
    await expect(later.keep(tenantId, callId, null)).resolves.toBeUndefined()
  })

  it('forgets what the agent said after it was cut off, and keeps what it said next', async () => {
    const { shelf, begin, wav } = await openShelf()
    const recorder = await begin('a')
    agentSays(recorder, 0, 1_000, 500)
    recorder.cutAgent(400)
    agentSays(recorder, 800, 900, 700)
    await recorder.close()
    const file = await wav((await shelf.keep(tenantId, callId, null))!.name)
    expect([sampleAt(file, 390, 1), sampleAt(file, 410, 1), sampleAt(file, 799, 1), sampleAt(file, 850, 1)]).toEqual([500, 0, 0, 700])
    expect(file.byteLength).toBe(44 + 900 * 64)
  })

  it('is whole after a call that several connections held, and after one that was kept before', async () => {
    const { shelf, begin, wav } = await openShelf()
    const first = await begin('a')
    callerSays(first, 0, 400, 100)
    await first.close()
    const second = await begin('b')
    callerSays(second, 2_000, 2_400, 200)
    await second.close()
    const once = (await shelf.keep(tenantId, callId, null))!
    await shelf.clear(tenantId, callId)
    const third = await begin('c')
    callerSays(third, 60_000, 60_200, 300)
    await third.close()
    const file = await wav((await shelf.keep(tenantId, callId, once.name))!.name)
    expect([200, 1_000, 2_200, 30_000, 60_100].map((ms) => sampleAt(file, ms, 0))).toEqual([100, 0, 200, 0, 300])
  })

  it('of a telephone is kept at 8 kHz, decoded', async () => {
    const { shelf, begin, wav } = await openShelf()
    const recorder = await begin('a', 'mulaw-8k')
    for (let ms = 20; ms <= 400; ms += 20) recorder.caller(frame(0x80, 'mulaw-8k'), ms)
    await recorder.close()
    const file = await wav((await shelf.keep(tenantId, callId, null))!.name)
    expect(file.readUInt32LE(24)).toBe(8_000)
    expect(sampleAt(file, 100, 0, 8_000)).toBe(32_124)
  })

  it('lies encrypted on the disk and in the store', async () => {
    const { shelf, begin, blobs, partPath } = await openShelf()
    const recorder = await begin('a')
    const spoken = frame(0x4142)
    for (let ms = 20; ms <= 3_000; ms += 20) recorder.caller(spoken, ms)
    await recorder.close()
    const { name } = (await shelf.keep(tenantId, callId, null))!
    const stored = Buffer.concat(await Array.fromAsync((await blobs.get(name))!.body))
    for (const bytes of [await readFile(await partPath()), stored]) expect(bytes.includes(Buffer.from(spoken.subarray(0, 32)))).toBe(false)
    await expect(Array.fromAsync((await shelf.read('01a1fd46-0000-7000-8000-00000000000f', name))!)).rejects.toThrow()
  })

  it('survives an end that was not written, and what follows it', async () => {
    const { shelf, begin, wav, partPath } = await openShelf()
    const recorder = await begin('a')
    callerSays(recorder, 0, 20_000, 900)
    await recorder.close()
    const path = await partPath()
    await truncate(path, (await readFile(path)).byteLength - 1_000)
    const half = (await shelf.keep(tenantId, callId, null))!
    expect(half.durationMs).toBeGreaterThan(10_000)
    expect(sampleAt(await wav(half.name), 5_000, 0)).toBe(900)
    await appendFile(path, Buffer.alloc(500, 0x5a))
    expect((await shelf.keep(tenantId, callId, null))!.durationMs).toBe(half.durationMs)
  })

  it('is refused when somebody changed what was put away', async () => {
    const { shelf, begin, blobs } = await openShelf()
    const recorder = await begin('a')
    callerSays(recorder, 0, 1_000, 900)
    await recorder.close()
    const { name } = (await shelf.keep(tenantId, callId, null))!
    const bytes = Buffer.concat(await Array.fromAsync((await blobs.get(name))!.body))
    bytes[500]! ^= 1
    await blobs.put(
      name,
      (async function* () {
        yield new Uint8Array(bytes)
      })(),
    )
    await expect(Array.fromAsync((await shelf.read(tenantId, name))!)).rejects.toThrow(/changed/)
  })

  it('tells once that it cannot be written, and the call goes on', async () => {
    const { begin, failures } = await openShelf()
    const recorder = await begin('a')
    await recorder.close()
    callerSays(recorder, 0, 20_000, 900)
    await recorder.close()
    expect(failures).toHaveLength(1)
  })

  it('of nothing is nothing', async () => {
    const { shelf, begin } = await openShelf()
    await (await begin('a')).close()
    expect(await shelf.keep(tenantId, callId, null)).toBeUndefined()
    expect(await shelf.keep(tenantId, 'another', null)).toBeUndefined()
  })
})
