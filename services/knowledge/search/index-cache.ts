import type { BaseIndex } from '#search/base-index.ts'

/** Indexes in use, the least recently used let go first. One building of an index serves all who wait for it. */
export type IndexCache = { get(key: string, revision: number, build: () => Promise<BaseIndex>): Promise<BaseIndex> }

type Entry = { revision: number; index: Promise<BaseIndex>; bytes: number }

/** A cache that holds about `maxBytes`, and always the last index used. */
export function createIndexCache(maxBytes: number): IndexCache {
  const entries = new Map<string, Entry>()
  const trim = (keep: string) => {
    let sum = 0
    for (const entry of entries.values()) sum += entry.bytes
    for (const [key, entry] of entries) {
      if (sum <= maxBytes) return
      if (key === keep) continue
      entries.delete(key)
      sum -= entry.bytes
    }
  }
  return {
    async get(key, revision, build) {
      const known = entries.get(key)
      if (known && known.revision === revision) {
        entries.delete(key)
        entries.set(key, known)
        return known.index
      }
      const entry: Entry = { revision, index: build(), bytes: 0 }
      entries.delete(key)
      entries.set(key, entry)
      try {
        const index = await entry.index
        entry.bytes = index.bytes
        trim(key)
        return index
      } catch (error) {
        if (entries.get(key) === entry) entries.delete(key)
        throw error
      }
    },
  }
}
