import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuseFound } from '#embedding/fuse-found.ts'

const places = (found: readonly { at: number }[]) => found.map((it) => it.at)

describe('what is found by words and by meaning', () => {
  const words = [
    { at: 4, score: 8 },
    { at: 2, score: 6 },
    { at: 9, score: 0.4 },
  ]

  it('stays as words have it when nothing is near by meaning', () => {
    expect(fuseFound(words, [], 2)).toEqual(words.slice(0, 2))
    expect(fuseFound(words, [{ at: 1, lift: 0.2 }], 5)).toEqual(words)
  })

  it('has first what both find', () => {
    expect(
      places(
        fuseFound(
          words,
          [
            { at: 2, lift: 0.6 },
            { at: 7, lift: 0.5 },
          ],
          5,
        ),
      ).slice(0, 1),
    ).toEqual([2])
  })

  it('has what is surely meant before what only shares words, and that before what is hardly meant', () => {
    expect(places(fuseFound(words, [{ at: 7, lift: 0.6 }], 3))).toEqual([7, 4, 2])
    expect(places(fuseFound(words, [{ at: 7, lift: 0.32 }], 3))).toEqual([4, 2, 7])
  })

  it('finds by meaning alone where words find nothing', () => {
    expect(
      places(
        fuseFound(
          [],
          [
            { at: 7, lift: 0.6 },
            { at: 3, lift: 0.1 },
          ],
          3,
        ),
      ),
    ).toEqual([7])
  })

  it('never loses the best by words, never doubles, and is in order', () => {
    const found = fc.uniqueArray(fc.record({ at: fc.nat(60), score: fc.double({ min: 0.01, max: 50, noNaN: true }) }), {
      selector: (it) => it.at,
      maxLength: 20,
    })
    const near = fc.uniqueArray(fc.record({ at: fc.nat(60), lift: fc.double({ min: -1, max: 1, noNaN: true }) }), { selector: (it) => it.at, maxLength: 20 })
    fc.assert(
      fc.property(found, near, (byWords, byMeaning) => {
        const sorted = byWords.toSorted((a, b) => b.score - a.score)
        const fused = fuseFound(sorted, byMeaning, 50)
        expect(new Set(places(fused)).size).toBe(fused.length)
        expect(places(fused)).toEqual(expect.arrayContaining(places(sorted)))
        for (let at = 1; at < fused.length; at++) expect(fused[at]?.score).toBeLessThanOrEqual(fused[at - 1]?.score ?? 0)
        expect(fused.every((it) => it.score > 0 && Number.isFinite(it.score))).toBe(true)
      }),
    )
  })
})
