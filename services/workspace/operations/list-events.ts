import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { objectOf } from '#domain/object-of.ts'

/** What happened in the caller's organisation, newest first. */
export const listEvents: Handle<'listEvents'> = async ({ limit, cursor, name, from, to }, { db, caller }) => {
  const moment = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
  const found = await db.said(caller, { name, from: moment(from), to: moment(to), before: readIdCursor(cursor), limit: limit + 1 })
  const items = found.map(({ at, ...it }) => {
    const data = it.data as Record<string, unknown>
    return { ...it, data, at: at.toISOString(), object: objectOf(it.name, data) }
  })
  return page(items, limit, (it) => [it.id])
}
