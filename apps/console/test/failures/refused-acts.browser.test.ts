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

  it('is taken back and told with what to do', async () => {
    expect(await refusedActs(room, room.has, acts, 'acts')).toEqual([])
  })

  it('is taken back and told who can grant it when the right to it was lost meanwhile', async () => {
    expect(await refusedActs(room, room.has, acts, 'denied')).toEqual([])
  })
})
