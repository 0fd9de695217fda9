import { describe, expect, it } from 'vitest'
import type { BaseIndex } from '#search/base-index.ts'
import { createIndexCache, largeBase } from '#search/index-cache.ts'

const indexOf = (bytes: number): BaseIndex => ({ items: [], bytes, search: () => [], around: () => ({ before: null, after: null }) })

describe('a cache of indexes', () => {
  const builder = () => {
    const built: string[] = []
    return {
      built,
      build:
        (name: string, bytes = 10) =>
        async () => (built.push(name), indexOf(bytes)),
    }
  }

  it('builds once for all who ask at the same time', async () => {
    const cache = createIndexCache(100)
    const { built, build } = builder()
    const [first, second] = await Promise.all([cache.get('a', 1, build('a')), cache.get('a', 1, build('a'))])
    expect(first).toBe(second)
    expect(built).toEqual(['a'])
  })

  it('builds again when the base has changed', async () => {
    const cache = createIndexCache(100)
    const { built, build } = builder()
    await cache.get('a', 1, build('a1'))
    await cache.get('a', 2, build('a2'))
    await cache.get('a', 2, build('a2'))
    expect(built).toEqual(['a1', 'a2'])
  })

  it('keeps the index of a large base in service while a new one is built', async () => {
    const cache = createIndexCache(100)
    const large = (): BaseIndex => ({ ...indexOf(10), items: Array.from({ length: largeBase }) })
    const old = large()
    const renewed = large()
    let finish = (_: BaseIndex) => {}
    let begun = 0
    const build = () => (begun++, new Promise<BaseIndex>((done) => (finish = done)))
    await cache.get('a', 1, async () => old)
    expect(await cache.get('a', 2, build)).toBe(old)
    expect(await cache.get('a', 3, build)).toBe(old)
    expect(begun).toBe(1)
    finish(renewed)
    await new Promise(setImmediate)
    expect(await cache.get('a', 2, build)).toBe(renewed)
    expect(begun).toBe(1)
    expect(await cache.get('a', 3, build)).toBe(renewed)
    expect(begun).toBe(2)
  })

  it('keeps the index of a large base when building a new one fails, and tries again', async () => {
    const cache = createIndexCache(100)
    const old: BaseIndex = { ...indexOf(10), items: Array.from({ length: largeBase }) }
    const renewed = { ...old }
    await cache.get('a', 1, async () => old)
    const broken = async (): Promise<BaseIndex> => {
      throw new Error('the database went away')
    }
    expect(await cache.get('a', 2, broken)).toBe(old)
    await new Promise(setImmediate)
    expect(await cache.get('a', 2, async () => renewed)).toBe(old)
    await new Promise(setImmediate)
    expect(await cache.get('a', 2, broken)).toBe(renewed)
  })

  it('lets go of the least recently used when memory runs out, never of the last', async () => {
    const cache = createIndexCache(25)
    const { built, build } = builder()
    await cache.get('a', 1, build('a'))
    await cache.get('b', 1, build('b'))
    await cache.get('a', 1, build('a'))
    await cache.get('c', 1, build('c'))
    await cache.get('a', 1, build('a'))
    expect(built).toEqual(['a', 'b', 'c'])
    await cache.get('b', 1, build('b again'))
    await cache.get('huge', 1, build('huge', 1000))
    await cache.get('huge', 1, build('huge again', 1000))
    expect(built).toEqual(['a', 'b', 'c', 'b again', 'huge'])
  })

  it('forgets a building that failed', async () => {
    const cache = createIndexCache(100)
    const { built, build } = builder()
    await expect(
      cache.get('a', 1, async () => {
        throw new Error('the database went away')
      }),
    ).rejects.toThrow('went away')
    await cache.get('a', 1, build('a'))
    expect(built).toEqual(['a'])
  })
})
