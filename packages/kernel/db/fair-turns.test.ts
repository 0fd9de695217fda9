import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFairTurns, inTurn } from '#db/fair-turns.ts'

const patient = { patienceMs: 60_000 }

test('whoever has much to do does not hold up others', async () => {
  const turns = createFairTurns({ atOnce: 1, ...patient })
  const order: string[] = []
  const come = (name: string) => {
    const turn = turns.take(name[0]!)
    void turn?.then(() => order.push(name))
    return turn
  }
  expect(come('a0')).toBeUndefined()
  for (const name of ['a1', 'a2', 'a3', 'b1', 'a4', 'c1', 'b2']) void come(name)
  expect(turns.waiting).toBe(7)
  for (const whose of ['a', 'a', 'b', 'c', 'a', 'b', 'a', 'a']) {
    turns.give(whose)
    await Promise.resolve()
  }
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  expect(come('b3')).toBeUndefined()
})

test('never lets in more than there is room for, and everybody in the end', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom('a', 'b', 'c', 'kernel'), { maxLength: 40 }),
      async (atOnce, eachAtOnce, those) => {
        const turns = createFairTurns({ atOnce, eachAtOnce, ...patient })
        let inside = 0
        let most = 0
        await Promise.all(
          those.map((whose) =>
            inTurn(turns, whose, async () => {
              most = Math.max(most, ++inside)
              await Promise.resolve()
              inside--
            }),
          ),
        )
        expect(most).toBeLessThanOrEqual(atOnce)
        expect(turns.waiting).toBe(0)
      },
    ),
  ))

test('nobody waits for ever, and who gave up is not waited for', async () => {
  const turns = createFairTurns({ atOnce: 1, patienceMs: 5 })
  expect(turns.take('a')).toBeUndefined()
  await expect(turns.take('a')).rejects.toThrow(/became free/)
  turns.give('a')
  expect(turns.take('b')).toBeUndefined()
})

test('whoever is alone may have everything, and a part of it while others are here', async () => {
  let now = 0
  const turns = createFairTurns({ atOnce: 4, eachAtOnce: 2, ...patient, now: () => now })
  const begun: string[] = []
  const come = (whose: string) => void (turns.take(whose)?.then(() => begun.push(whose)) ?? begun.push(whose))
  for (let n = 0; n < 5; n++) come('a')
  expect(begun).toEqual(['a', 'a', 'a', 'a'])
  come('b')
  turns.give('a')
  await Promise.resolve()
  expect(begun.splice(0)).toEqual(['a', 'a', 'a', 'a', 'b'])
  turns.give('a')
  turns.give('b')
  await Promise.resolve()
  expect(begun).toEqual([])
  come('kernel')
  expect(begun.splice(0)).toEqual(['kernel'])
  now = 5_000
  turns.give('kernel')
  await Promise.resolve()
  expect(begun).toEqual(['a'])
})
