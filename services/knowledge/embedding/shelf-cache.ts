import type { StoredVector } from '#store/embedding-queries.ts'
import { createVectorShelf, type VectorShelf } from '#embedding/vector-shelf.ts'
import { createTimeSlice } from '#search/time-slice.ts'

type Batch = { vectors_revision: number; item_id: string }
/** Reads stored vectors of one base and model after one of them, in order, in portions; an empty one ends. */
export type ReadVectors = (after: Batch) => Promise<StoredVector[]>

type Entry = { shelf: VectorShelf; after: Batch; revision: number; renewing: Promise<void> | null; ready: boolean }

const beginning: Batch = { vectors_revision: 0, item_id: '00000000-0000-0000-0000-000000000000' }

/** Shelves of vectors in use, the least recently used let go first. */
export type ShelfCache = {
  /**
   * The shelf of a base as it was last read; what was written since is read meanwhile. Only the first time is waited for. A shelf far larger than the `itemCount` of its base is read anew, for
   * most of its items are gone.
   */
  get(key: string, revision: number, itemCount: number, read: ReadVectors): Promise<VectorShelf>
}

/** A cache that holds about `maxBytes`, and always the last shelf used. */
export function createShelfCache(maxBytes: number): ShelfCache {
  const entries = new Map<string, Entry>()
  const trim = (keep: string) => {
    let bytes = 0
    for (const { shelf } of entries.values()) bytes += shelf.bytes
    for (const [key, { shelf }] of entries) {
      if (bytes <= maxBytes) return
      if (key === keep) continue
      entries.delete(key)
      bytes -= shelf.bytes
    }
  }
  const renew = async (key: string, entry: Entry, revision: number, read: ReadVectors) => {
    const slice = createTimeSlice()
    for (;;) {
      const rows = await read(entry.after)
      for (const { item_id: id, vector } of rows) {
        entry.shelf.put(id, vector && new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength))
        await slice.breathe()
      }
      const last = rows.at(-1)
      if (!last) break
      entry.after = { vectors_revision: last.vectors_revision, item_id: last.item_id }
    }
    await entry.shelf.settle(slice)
    entry.revision = revision
    entry.ready = true
    if (entries.get(key) === entry) trim(key)
  }

  return {
    async get(key, revision, itemCount, read) {
      let entry = entries.get(key)
      if (!entry || (entry.ready && entry.shelf.size > 2 * itemCount + 500 && entry.revision !== revision))
        entry = { shelf: createVectorShelf(), after: beginning, revision: -1, renewing: null, ready: false }
      entries.delete(key)
      entries.set(key, entry)
      const { ready, shelf } = entry
      if (entry.revision !== revision && !entry.renewing) {
        const renewed = entry
        entry.renewing = renew(key, entry, revision, read).finally(() => {
          renewed.renewing = null
        })
        // Of an old shelf nobody waits to hear that it could not be renewed: whoever asks next tries again.
        entry.renewing.catch(() => undefined)
      }
      if (!ready) await entry.renewing
      return shelf
    },
  }
}
