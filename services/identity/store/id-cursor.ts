import { Fault, readCursor } from '@myna/kernel'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text is an id; one that is not would be an error to the database, not an absence. */
export function isId(text: string): boolean {
  return uuid.test(text)
}

/** The id a page goes on after; lists here are sorted by id, which is the order of making. */
export function idIn(cursor: string | undefined): string | undefined {
  const key = readCursor(cursor)?.[0]
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !isId(key)) throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is not a cursor of this list' }] })
  return key
}
