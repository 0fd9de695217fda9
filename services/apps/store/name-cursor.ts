import { Fault, readCursor } from '@myna/kernel'

/** The name and id a list goes on from. Throws `request.invalid` when the cursor is of another list. */
export function readNameCursor(cursor: string | undefined): { name: string; id: string } | undefined {
  const key = readCursor(cursor)
  if (key === undefined) return undefined
  const [name, id] = key
  if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id }
  throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
}
