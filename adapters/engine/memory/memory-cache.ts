import type { Cache } from '@myna/ports/cache'

/** What an entry costs besides its key and value. */
const entryBytes = 150

/** A cache in this process's memory: the least recently used is forgotten when all together exceed `maxBytes`; an entry above an eighth of that is not kept. */
export function createMemoryCache(options: { maxBytes: number; now?: () => number }): Cache {
  const now = options.now ?? (() => performance.now())
  // A Map lists its keys in the order they were set: the least recently used come first.
  const entries = new Map<string, { value: Uint8Array; until: number; bytes: number }>()
  let total = 0
  const forget = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    name: 'memory',
    async get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      if (entry.until > now()) {
        entries.set(key, entry)
        return entry.value.slice()
      }
      total -= entry.bytes
      return undefined
    },
    async set(key, value, ttlMs) {
      forget(key)
      const bytes = value.byteLength + 2 * key.length + entryBytes
      if (bytes > options.maxBytes / 8 || ttlMs <= 0) return
      entries.set(key, { value: Uint8Array.from(value), until: now() + ttlMs, bytes })
      total += bytes
      for (const oldest of entries.keys()) {
        if (total <= options.maxBytes) break
        forget(oldest)
      }
    },
    async delete(keys) {
      for (const key of keys) forget(key)
    },
    async close() {
      entries.clear()
      total = 0
    },
  }
}
