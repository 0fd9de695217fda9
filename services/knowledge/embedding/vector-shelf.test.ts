import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUsable, packVector } from '#embedding/packed-vector.ts'
import { createVectorShelf } from '#embedding/vector-shelf.ts'
import { createTimeSlice } from '#search/time-slice.ts'

/** Numbers as if drawn, the same for the same seed (mulberry32), summed to a bell. */
function drawn(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let it = Math.imul(state ^ (state >>> 15), 1 | state)
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it
    return ((it ^ (it >>> 14)) >>> 0) / 4_294_967_296
  }
  return () => next() + next() + next() + next() - 2
}
const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let [dot, aa, bb] = [0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] as number, b[at] as number]
    dot += x * y
    aa += x * x
    bb += y * y
  }
  return dot / Math.sqrt(aa * bb)
}
const fullShelf = (vectors: readonly Float32Array[]) => {
  const shelf = createVectorShelf()
  vectors.forEach((it, at) => shelf.put(`${at}`, packVector(it)))
  return shelf
}
const topics = (count: number, length: number) => {
  const draw = drawn(7)
  const common = Float32Array.from({ length }, draw)
  const centres = Array.from({ length: 50 }, () => common.map((it) => it + draw()))
  return Array.from({ length: count }, (_, at) => (centres[at % 50] as Float32Array).map((it) => it + 0.8 * draw()))
}

const all = () => true

describe('a packed vector', () => {
  it('points where the vector points', () => {
    const vector = fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: 1, maxLength: 300 }).map((it) => Float32Array.from(it))
    fc.assert(fc.property(vector.filter(isUsable), (it) => cosine(it, packVector(it)) > 0.99))
    for (const length of [384, 1_536, 3_072]) {
      const draw = drawn(length)
      const plain = Float32Array.from({ length }, draw)
      expect(cosine(plain, packVector(plain))).toBeGreaterThan(0.9998)
      plain[3] = 40
      expect(cosine(plain, packVector(plain))).toBeGreaterThan(0.99)
    }
  })

  it.each([[[]], [[0, 0]], [[Number.NaN, 1]], [[Infinity, 1]], [[3e38, 3e38, 3e38, 3e38, 3e38].map((it) => it * 10)]])('is not made of %j', (numbers) => {
    expect(isUsable(Float32Array.from(numbers))).toBe(false)
  })
})

describe('a shelf of vectors', () => {
  it.each([
    [40, 64],
    [900, 384],
    [3_000, 1_024],
  ])('finds among %i vectors of %i dimensions those that are nearest', async (count, length) => {
    const vectors = topics(count, length)
    const shelf = fullShelf(vectors)
    await shelf.settle(createTimeSlice())
    const draw = drawn(11)
    let [found, of] = [0, 0]
    for (let asked = 0; asked < 20; asked++) {
      const question = (vectors[(asked * 37) % count] as Float32Array).map((it) => it + draw())
      const exact = vectors.map((it, at) => ({ at: `${at}`, cosine: cosine(it, question) })).sort((a, b) => b.cosine - a.cosine)
      const near = new Set(shelf.nearest(question, 20, [], all).map((it) => it.id))
      for (const { at } of exact.slice(0, 10)) {
        of++
        if (near.has(at)) found++
      }
    }
    expect(found / of).toBeGreaterThan(0.97)
  })

  it('measures from what is usual in the base, whatever the model', () => {
    const vectors = topics(200, 128)
    const shelf = fullShelf(vectors)
    const mine = shelf.nearest(vectors[17] as Float32Array, 1, ['18'], all)
    expect(mine[0]).toMatchObject({ id: '17' })
    expect(mine[0]?.lift).toBeGreaterThan(0.95)
    expect(mine[1]).toMatchObject({ id: '18' })
    expect(Math.abs(mine[1]?.lift ?? 1)).toBeLessThan(0.3)
  })

  it('forgets the former vector of an item, and one that is no vector', () => {
    const vectors = topics(30, 64)
    const shelf = fullShelf(vectors)
    const [question, other] = [vectors[3] as Float32Array, vectors[4] as Float32Array]
    shelf.put('3', packVector(other))
    expect(shelf.nearest(question, 30, [], all)[0]?.id).not.toBe('3')
    for (const none of [null, new Int8Array(5).fill(1), new Int8Array(64)]) {
      shelf.put('3', packVector(question))
      expect(shelf.nearest(question, 1, [], all)[0]?.id).toBe('3')
      shelf.put('3', none)
      expect(shelf.nearest(question, 30, ['3'], all).some((it) => it.id === '3')).toBe(false)
      expect(shelf.has('3')).toBe(true)
    }
    expect(shelf.nearest(question, 30, [], all).every((it) => Number.isFinite(it.lift))).toBe(true)
  })

  it('passes by those that are not wanted, however near', () => {
    const vectors = topics(30, 64)
    const near = fullShelf(vectors).nearest(vectors[3] as Float32Array, 5, [], (id) => id !== '3')
    expect(near).toHaveLength(5)
    expect(near.some((it) => it.id === '3')).toBe(false)
  })

  it('finds nothing for a vector of another length, nor when it is empty', () => {
    expect(createVectorShelf().nearest(Float32Array.of(1, 2), 5, ['a'], all)).toEqual([])
    expect(fullShelf(topics(5, 32)).nearest(new Float32Array(33).fill(1), 5, ['1'], all)).toEqual([])
  })
})
