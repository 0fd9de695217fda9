import type { Handle } from '#context.ts'
import { newsTopic } from '#domain/news-of-act.ts'
import { createNewsQueries } from '#store/news-queries.ts'
import { createNotificationQueries } from '#store/notification-queries.ts'

/** Remembers up to where the caller has read; their other tabs hear of it. */
export const readNotifications: Handle<'readNotifications'> = async ({ upTo }, { db, caller, tenantId, live }) => {
  const unread = await db.inTenant(caller, async (tx) => {
    const queries = createNotificationQueries(tx, tenantId, caller)
    await queries.read(upTo)
    await createNewsQueries(tx, tenantId).append({ kind: 'notification', id: null })
    return queries.countUnread(await queries.readUpTo())
  })
  live.wake(newsTopic(tenantId))
  return { unread }
}
