import { expect, test } from 'vitest'
import { newId } from '#db/ids.ts'

test('ids are distinct UUIDs of version 7 in the order they were made', () => {
  const ids = Array.from({ length: 50_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an id begins with the time it was made', () => {
  const before = Date.now()
  const at = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  // A burst of ids runs ahead of the clock by a millisecond for each 4096 of them.
  expect(at).toBeGreaterThanOrEqual(before)
  expect(at).toBeLessThan(before + 60_000)
})
