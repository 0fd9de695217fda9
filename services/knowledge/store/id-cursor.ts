import { Fault, readCursor } from '@myna/kernel'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id a list goes on after; throws `request.invalid` when the cursor is of another list. */
export function readIdCursor(cursor: string | undefined): string | undefined {
  const [id] = readCursor(cursor) ?? []
  if (id === undefined) return undefined
  if (typeof id !== 'string' || !uuid.test(id))
    throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
  return id
}
