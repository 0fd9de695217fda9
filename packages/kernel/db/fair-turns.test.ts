import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFairTurns } from '#db/fair-turns.ts'

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
  for (let left = 8; left > 0; left--) {
    turns.give()
    await Promise.resolve()
  }
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  expect(come('b3')).toBeUndefined()
})

test('never lets in more than there is room for, and everybody in the end', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), async (atOnce, those) => {
      const turns = createFairTurns({ atOnce, ...patient })
      let inside = 0
      let most = 0
      await Promise.all(
        those.map(async (whose) => {
          await turns.take(whose)
          most = Math.max(most, ++inside)
          await Promise.resolve()
          inside--
          turns.give()
        }),
      )
      expect(most).toBeLessThanOrEqual(atOnce)
      expect(turns.waiting).toBe(0)
    }),
  ))

test('nobody waits for ever, and who gave up is not waited for', async () => {
  const turns = createFairTurns({ atOnce: 1, patienceMs: 5 })
  expect(turns.take('a')).toBeUndefined()
  await expect(turns.take('a')).rejects.toThrow(/became free/)
  turns.give()
  expect(turns.take('b')).toBeUndefined()
})
