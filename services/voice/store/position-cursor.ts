import { Fault, readCursor } from '@myna/kernel'
import { z } from 'zod'

const key = z.tuple([z.number().int(), z.uuid()])

/** Where a list in an order of its own goes on; throws `request.invalid` when the cursor is of another list. */
export function readPositionCursor(cursor: string | undefined): { position: number; id: string } | undefined {
  if (cursor === undefined) return undefined
  const read = key.safeParse(readCursor(cursor))
  if (!read.success) throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is not a cursor that this list gave' }] })
  return { position: read.data[0], id: read.data[1] }
}
