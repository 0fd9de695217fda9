import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { addressesOf } from '../look-around.ts'
import { places, strangersPlaces } from '../places.ts'
import { cutOff, refused, waiting } from './in-trouble.ts'

/** Every page of the console when what it asks of the server fails: its words, what to do, the request id, and the way back. */
describe('every page when things fail', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(() => room?.close())
  /** Every other address, so that two windows share them. */
  const half = (which: number) => addressesOf(places, room.has).filter((_, at) => at % 2 === which)
  const outside = () => addressesOf(strangersPlaces, room.has)

  it.each([0, 1])('tells of a refusal and of an answer by somebody else, and comes when asked again, half %i', async (which) => {
    expect(await refused(room, half(which))).toEqual([])
  })
  it('says that it waits while no answer comes, and shows it when it does', async () => {
    expect(await waiting(room, addressesOf(places, room.has))).toEqual([])
  })
  it('says that the connection is lost, and comes when it is back', async () => {
    expect(await cutOff(room, half(0))).toEqual([])
  })
  it('does the same for strangers', async () => {
    expect(await refused(room, outside(), true)).toEqual([])
    expect(await waiting(room, outside(), true)).toEqual([])
  })
})
