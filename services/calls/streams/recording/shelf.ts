import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Vault } from '@myna/kernel'
import type { BlobStore } from '@myna/ports/blobs'
import type { SoundFormat } from '@myna/ports/sound'
import { foldRecording, type Part, type Peaks } from '#streams/recording/fold.ts'
import { encodeRecord, formatRecord, recordHeadBytes } from '#streams/recording/records.ts'
import { Recorder } from '#streams/recording/recorder.ts'
import { openBlocks, sealed } from '#streams/recording/sealed-blocks.ts'

/** A recording that was put away. */
export type Kept = { name: string; bytes: number; durationMs: number; peaks: Peaks }

const partEnding = '.part'
/** The header of a WAV file of ours is so long, and samples a second stand here. */
const wavHeaderBytes = 44
const rateOffset = 24

export type Shelf = ReturnType<typeof createShelf>

/**
 * Where recordings lie: parts in `folder` while a call goes on, one file a connection; the whole in `blobs` when it is over. All of it is encrypted under
 * the tenant's own key.
 */
export function createShelf({ folder, blobs, vault }: { folder: string; blobs: BlobStore; vault: Vault }) {
  const keysOf = (tenantId: string) => vault.keysFor(tenantId, 'recordings')
  const placeOf = (tenantId: string, callId: string) => join(folder, tenantId, callId)
  const nameOf = (tenantId: string, callId: string) => `${tenantId}/${callId}.sealed`

  /** A recording as it is kept, readable. */
  async function read(tenantId: string, name: string): Promise<AsyncIterable<Buffer> | undefined> {
    const blob = await blobs.get(name)
    return blob && openBlocks(blob.body, { keys: keysOf(tenantId), name, end: 'whole' })
  }

  async function partsOf(tenantId: string, callId: string): Promise<Part[]> {
    const place = placeOf(tenantId, callId)
    const files = (await readdir(place).catch(() => [])).filter((it) => it.endsWith(partEnding)).toSorted()
    return files.map((file) => ({
      blocks: () => openBlocks(createReadStream(join(place, file)), { keys: keysOf(tenantId), name: `${callId}/${file}`, end: 'cut-off' }),
    }))
  }

  return {
    read,

    /** Begins to record a connection to a call. Parts are read in the order of their ids, which are those of connections. */
    async open(it: { tenantId: string; callId: string; connectionId: string; format: SoundFormat; onFailure(error: unknown): void }): Promise<Recorder> {
      const place = placeOf(it.tenantId, it.callId)
      await mkdir(place, { recursive: true, mode: 0o700 })
      const file = `${it.connectionId}${partEnding}`
      return Recorder.open(join(place, file), { key: keysOf(it.tenantId)[0], name: `${it.callId}/${file}`, format: it.format, onFailure: it.onFailure })
    },

    /** Folds what lies in the folder, and what was kept before, into one recording and puts it away. Undefined when nothing was heard. */
    async keep(tenantId: string, callId: string, before: string | null): Promise<Kept | undefined> {
      const parts = await partsOf(tenantId, callId)
      if (parts.length === 0) return undefined
      const earlier = before === null ? [] : [{ blocks: () => partOfWav(() => read(tenantId, before)) }]
      const whole = await foldRecording([...earlier, ...parts])
      if (!whole) return undefined
      const name = nameOf(tenantId, callId)
      await blobs.put(name, sealed(whole.wav, keysOf(tenantId)[0], name))
      return { name, bytes: whole.bytes, durationMs: whole.durationMs, peaks: whole.peaks }
    },

    /** Forgets the parts of a call. */
    async clear(tenantId: string, callId: string): Promise<void> {
      await rm(placeOf(tenantId, callId), { recursive: true, force: true })
    },

    remove: (name: string): Promise<void> => blobs.delete(name),

    /** Calls with parts that nobody has written to for so long. */
    async *left(untouchedMs: number, now: Date): AsyncGenerator<{ tenantId: string; callId: string }> {
      for (const tenantId of await readdir(folder).catch(() => []))
        for (const callId of await readdir(join(folder, tenantId)).catch(() => [])) {
          const place = placeOf(tenantId, callId)
          const files = await readdir(place).catch(() => [])
          const touched = await Promise.all(
            files.map((it) =>
              stat(join(place, it)).then(
                ({ mtimeMs }) => mtimeMs,
                () => 0,
              ),
            ),
          )
          if (now.getTime() - Math.max(0, ...touched) > untouchedMs) yield { tenantId, callId }
        }
    },
  }
}

/** A WAV of ours as a part, so that it can be folded with others. */
async function* partOfWav(open: () => Promise<AsyncIterable<Buffer> | undefined>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined
  let rest = Buffer.alloc(0)
  let at = 0
  for await (const piece of (await open()) ?? []) {
    rest = Buffer.concat([rest, piece])
    if (!head) {
      if (rest.byteLength < wavHeaderBytes) continue
      head = rest.subarray(0, wavHeaderBytes)
      rest = rest.subarray(wavHeaderBytes)
      const format = Buffer.alloc(recordHeadBytes + 1)
      encodeRecord(format, 'format', 0, formatRecord(head.readUInt32LE(rateOffset) === 8000 ? 'pcm-8k' : 'pcm-16k'), 0)
      yield format
    }
    const frames = Math.floor(rest.byteLength / 4)
    for (let from = 0; from < frames; from += 8_192) {
      const count = Math.min(8_192, frames - from)
      for (const [lane, kind] of (['caller', 'agent'] as const).entries()) {
        const data = Buffer.alloc(count * 2)
        for (let index = 0; index < count; index++) data.writeInt16LE(rest.readInt16LE((from + index) * 4 + lane * 2), index * 2)
        const record = Buffer.alloc(recordHeadBytes + data.byteLength)
        encodeRecord(record, kind, at * 2, data, 0)
        yield record
      }
      at += count
    }
    rest = rest.subarray(frames * 4)
  }
}
