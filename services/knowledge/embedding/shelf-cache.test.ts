import { describe, expect, it } from 'vitest'
import { createShelfCache, type ReadVectors } from '#embedding/shelf-cache.ts'
import type { StoredVector } from '#store/embedding-queries.ts'

/** What is stored of a base, read in portions of two. */
function openStore() {
  const stored: StoredVector[] = []
  const reads: string[] = []
  let isBroken = false
  const read: ReadVectors = async (after) => {
    reads.push(`${after.vectors_revision}`)
    if (isBroken) throw new Error('the database went away')
    return stored
      .filter((it) => it.vectors_revision > after.vectors_revision || (it.vectors_revision === after.vectors_revision && it.item_id > after.item_id))
      .sort((a, b) => a.vectors_revision - b.vectors_revision || (a.item_id < b.item_id ? -1 : 1))
      .slice(0, 2)
  }
  return {
    reads,
    read,
    breaks(next: boolean) {
      isBroken = next
    },
    write(revision: number, ids: readonly string[], length = 8) {
      for (const id of ids) {
        const known = stored.findIndex((it) => it.item_id === id)
        if (known >= 0) stored.splice(known, 1)
        stored.push({ item_id: id, vectors_revision: revision, vector: Uint8Array.from({ length }, (_, at) => at + revision) })
      }
    },
  }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('a cache of shelves', () => {
  it('reads all the first time, then only what is new, for which nobody waits', async () => {
    const cache = createShelfCache(1_000_000)
    const { write, read, reads } = openStore()
    write(1, ['a', 'b', 'c'])
    const shelf = await cache.get('base', 1, 3, read)
    expect(shelf.size).toBe(3)
    expect(reads).toEqual(['0', '1', '1'])
    expect(await cache.get('base', 1, 3, read)).toBe(shelf)
    expect(reads).toHaveLength(3)
    write(2, ['b', 'd'])
    expect(await cache.get('base', 2, 4, read)).toBe(shelf)
    await settled()
    expect(shelf.size).toBe(4)
    expect(reads.slice(3)).toEqual(['1', '2'])
  })

  it('reads once for all who ask at the same time', async () => {
    const cache = createShelfCache(1_000_000)
    const { read, reads } = openStore()
    const [first, second] = await Promise.all([cache.get('base', 1, 0, read), cache.get('base', 1, 0, read)])
    expect(first).toBe(second)
    expect(reads).toHaveLength(1)
  })

  it('tries again after reading failed, and keeps what it has meanwhile', async () => {
    const cache = createShelfCache(1_000_000)
    const { write, read, breaks } = openStore()
    breaks(true)
    await expect(cache.get('base', 1, 1, read)).rejects.toThrow('went away')
    breaks(false)
    write(1, ['a'])
    const shelf = await cache.get('base', 1, 1, read)
    expect(shelf.size).toBe(1)
    breaks(true)
    write(2, ['b'])
    expect(await cache.get('base', 2, 2, read)).toBe(shelf)
    await settled()
    breaks(false)
    await cache.get('base', 2, 2, read)
    await settled()
    expect(shelf.size).toBe(2)
  })

  it('begins anew once most of a shelf belongs to items that are gone', async () => {
    const cache = createShelfCache(1_000_000)
    const { write, read } = openStore()
    write(
      1,
      Array.from({ length: 700 }, (_, at) => `id ${at}`),
    )
    const shelf = await cache.get('base', 1, 700, read)
    write(2, ['a'])
    expect(await cache.get('base', 2, 50, read)).not.toBe(shelf)
  })

  it('lets go of the least recently used when memory runs out, never of the last', async () => {
    const cache = createShelfCache(70_000)
    const { write, read } = openStore()
    write(1, ['a'], 512)
    const first = await cache.get('one', 1, 1, read)
    await cache.get('two', 1, 1, read)
    expect(await cache.get('one', 1, 1, read)).not.toBe(first)
  })
})
