import { expect, test, vi } from 'vitest'
import { together } from '#together.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what came in one turn is done in its order at the end of it', async () => {
  const done: number[] = []
  together(() => done.push(1))
  together(() => {
    done.push(2)
    together(() => done.push(4))
  })
  together(() => done.push(3))
  expect(done).toEqual([])
  await turn()
  expect(done.slice(0, 3)).toEqual([1, 2, 3])
  await turn()
  expect(done).toEqual([1, 2, 3, 4])
})

test('one that throws takes no other with it', async () => {
  const thrown = vi.fn()
  const before = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.once('uncaughtException', thrown)
  const done: number[] = []
  together(() => {
    throw new Error('broken')
  })
  together(() => done.push(1))
  await vi.waitFor(() => expect(done).toEqual([1]))
  expect(thrown).toHaveBeenCalledOnce()
  for (const it of before) process.on('uncaughtException', it)
})
