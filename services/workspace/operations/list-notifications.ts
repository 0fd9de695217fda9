import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createNotificationQueries } from '#store/notification-queries.ts'

/** What the caller is told, newest first, and how much of it they have not read. */
export const listNotifications: Handle<'listNotifications'> = async ({ limit, cursor }, { db, caller, tenantId }) => {
  const before = readIdCursor(cursor)
  const { rows, readUpTo, unread } = await db.inTenant(caller, async (tx) => {
    const queries = createNotificationQueries(tx, tenantId, caller)
    const readUpTo = await queries.readUpTo()
    return { readUpTo, rows: await queries.list(before, limit + 1), unread: await queries.countUnread(readUpTo) }
  })
  const told = rows.map((it) => ({
    id: it.id,
    kind: it.kind,
    subjectId: it.subject_id,
    name: it.name,
    at: it.at.toISOString(),
    read: readUpTo !== undefined && it.id <= readUpTo,
  }))
  return { ...page(told, limit, (it) => [it.id]), unread }
}
