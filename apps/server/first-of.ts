import type { BlobStore } from '@myna/ports/blobs'

/** Several stores as one: what is new goes to the first, what is asked for is taken from the first that has it. What is deleted is gone from all. */
export function firstOf(newest: BlobStore, ...older: readonly BlobStore[]): BlobStore {
  const all = [newest, ...older]
  return {
    name: all.map((it) => it.name).join(', then '),
    put: (name, body) => newest.put(name, body),
    async get(name) {
      for (const store of all) {
        const blob = await store.get(name)
        if (blob) return blob
      }
      return undefined
    },
    async delete(name) {
      // The oldest first: when a later one fails, the blob is still found and can be deleted again.
      for (const store of all.toReversed()) await store.delete(name)
    },
    async *list(prefix) {
      const told = new Set<string>()
      for (const store of all) {
        for await (const it of store.list(prefix)) {
          if (!told.has(it.name)) yield it
          told.add(it.name)
        }
      }
    },
  }
}
