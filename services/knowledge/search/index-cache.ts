import type { BaseIndex } from '#search/base-index.ts'

/** Indexes in use, the least recently used let go first. One building of an index serves all who wait for it. */
export type IndexCache = { get(key: string, revision: number, build: () => Promise<BaseIndex>): Promise<BaseIndex> }

type Entry = { revision: number; index: Promise<BaseIndex>; ready: BaseIndex | null; bytes: number; renewing: boolean }

/**
 * A base of this many items is searched as it was while its new index is being built; a smaller one is always searched as it is,
 * for which the first question after a change waits up to about half a second.
 */
export const largeBase = 6000

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
  const use = (key: string, entry: Entry) => {
    entries.delete(key)
    entries.set(key, entry)
  }
  const settle = (key: string, entry: Entry, index: BaseIndex) => {
    entry.ready = index
    entry.bytes = index.bytes
    trim(key)
  }
  const renew = async (key: string, entry: Entry, revision: number, build: () => Promise<BaseIndex>) => {
    entry.renewing = true
    try {
      const index = await build()
      entry.index = Promise.resolve(index)
      entry.revision = revision
      if (entries.get(key) === entry) settle(key, entry, index)
    } catch {
      // The old index stays in service; whoever asks next has it built again.
    } finally {
      entry.renewing = false
    }
  }
  return {
    async get(key, revision, build) {
      const known = entries.get(key)
      if (known && known.revision === revision) {
        use(key, known)
        return known.index
      }
      if (known?.ready && known.ready.items.length >= largeBase) {
        const { ready } = known
        use(key, known)
        if (!known.renewing) void renew(key, known, revision, build)
        return ready
      }
      const entry: Entry = { revision, index: build(), ready: null, bytes: 0, renewing: false }
      use(key, entry)
      try {
        const index = await entry.index
        settle(key, entry, index)
        return index
      } catch (error) {
        if (entries.get(key) === entry) entries.delete(key)
        throw error
      }
    },
  }
}
