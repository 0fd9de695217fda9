import { type NotificationKind, notificationScopes } from '@myna/contracts/workspace-news'
import type { Caller } from '@myna/contracts/caller'
import { holds } from '@myna/kernel'
import type { Insertable, Transaction } from 'kysely'
import type { NotificationTable, Tables } from '#store/tables.ts'

const unreadCounted = 100

/** Questions about what a subject of a tenant is told. */
export function createNotificationQueries(tx: Transaction<Tables>, tenantId: string, caller: Caller) {
  const kinds = (Object.keys(notificationScopes) as NotificationKind[]).filter((kind) => {
    const scope = notificationScopes[kind]
    return scope === null || holds(caller, scope)
  })
  const seen = () =>
    tx
      .selectFrom('notifications')
      .where('kind', 'in', kinds)
      .where((it) => it.or([it('recipient', 'is', null), it('recipient', '=', caller.subject)]))
  return {
    /** Writes one down unless that was done; true if it was new. */
    async add(row: Omit<Insertable<NotificationTable>, 'tenant_id'>): Promise<boolean> {
      const added = await tx
        .insertInto('notifications')
        .values({ tenant_id: tenantId, ...row })
        .onConflict((it) => it.columns(['tenant_id', 'once']).doNothing())
        .returning('id')
        .executeTakeFirst()
      return added !== undefined
    },
    list(before: string | undefined, limit: number) {
      return seen()
        .selectAll()
        .$if(before !== undefined, (it) => it.where('id', '<', before!))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
    },
    async readUpTo(): Promise<string | undefined> {
      const row = await tx.selectFrom('notification_readers').select('read_up_to').where('subject', '=', caller.subject).executeTakeFirst()
      return row?.read_up_to
    },
    async countUnread(readUpTo: string | undefined): Promise<number> {
      const rows = await seen()
        .select('id')
        .$if(readUpTo !== undefined, (it) => it.where('id', '>', readUpTo!))
        .limit(unreadCounted)
        .execute()
      return rows.length
    },
    async read(upTo: string): Promise<void> {
      await tx
        .insertInto('notification_readers')
        .values({ tenant_id: tenantId, subject: caller.subject, read_up_to: upTo })
        .onConflict((it) => it.columns(['tenant_id', 'subject']).doUpdateSet({ read_up_to: upTo }).where('notification_readers.read_up_to', '<', upTo))
        .execute()
    },
  }
}
