import { Fault } from '#seam/fault.ts'

/** What a keyset page ends with: the sort key of its last row. */
export type CursorKey = readonly (string | number | boolean | null)[]

/** A page of a list; `next` is given back to read on, and absent on the last page. */
export type Page<T> = { items: T[]; next?: string }

const longestCursor = 2_000

/** A page from the `limit + 1` rows that were selected: the surplus row tells that there are more. */
export function page<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items }
  return { items, next: Buffer.from(JSON.stringify(cursorOf(last))).toString('base64url') }
}

/** The sort key in a cursor, undefined when there is none; throws `request.invalid` when it is not one of ours. */
export function readCursor(cursor: string): CursorKey
export function readCursor(cursor: string | undefined): CursorKey | undefined
export function readCursor(cursor: string | undefined): CursorKey | undefined {
  if (cursor === undefined) return undefined
  const invalid = new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is not a cursor that a list gave' }] })
  if (cursor.length > longestCursor || !/^[\w-]+$/.test(cursor)) throw invalid
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw invalid
  }
  const scalar = (it: unknown) => it === null || typeof it === 'string' || typeof it === 'boolean' || typeof it === 'number'
  if (!Array.isArray(key) || key.length === 0 || !key.every(scalar)) throw invalid
  return key as CursorKey
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id a list goes on from; throws `request.invalid` when the cursor is of another list. */
export function readIdCursor(cursor: string | undefined): string | undefined {
  return firstOf(cursor, (key): key is string => typeof key === 'string' && uuid.test(key))
}

/** The number a list goes on from, an integer; throws `request.invalid` when the cursor is of another list. */
export function readNumberCursor(cursor: string | undefined): number | undefined {
  return firstOf(cursor, (key): key is number => Number.isInteger(key) && Math.abs(key as number) < 2 ** 31)
}

function firstOf<T>(cursor: string | undefined, fits: (key: unknown) => key is T): T | undefined {
  const key = readCursor(cursor)?.[0]
  if (key === undefined || fits(key)) return key
  throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
}
