import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { acts } from './acts.ts'
import { refusedActs } from './in-trouble.ts'

/** What people do on each page when the server refuses it. */
describe.concurrent('every act when it is refused', { timeout: 300_000 }, () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(() => room?.close())

  it.each([0, 1])('is taken back and told with what to do, half %i', async (half) => {
    expect(
      await refusedActs(
        room,
        room.has,
        acts.filter((_, at) => at % 2 === half),
      ),
    ).toEqual([])
  })
})
