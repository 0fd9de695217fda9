import type { News, NotificationKind } from '@myna/contracts/workspace-news'
import { newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import { newsTopic } from '#domain/news-of-act.ts'
import { createNewsQueries } from '#store/news-queries.ts'
import { createNotificationQueries } from '#store/notification-queries.ts'

/** What people are told of it; `once` is the same when the event is heard again. */
type Telling = { kind: NotificationKind; subjectId: string; name?: string | null; recipient?: string; once: string }

/** Lets the tabs of a tenant know what changed, and its people what they should know of. Who belongs to no tenant follows no news. */
export async function spread({ db, caller, live, clock }: Context, changed: readonly News[], telling?: Telling): Promise<void> {
  const { tenantId } = caller
  if (tenantId === null) return
  await db.inTenant(caller, async (tx) => {
    const queries = createNewsQueries(tx, tenantId)
    for (const it of changed) await queries.append(it)
    if (!telling) return
    const { kind, subjectId, name = null, recipient = null, once } = telling
    const notifications = createNotificationQueries(tx, tenantId, caller)
    const isNew = await notifications.add({ id: newId(), kind, subject_id: subjectId, name, recipient, once, at: clock.now() })
    if (isNew) await queries.append({ kind: 'notification', id: null })
  })
  live.wake(newsTopic(tenantId))
}
