import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import { type Directory, directoryOf } from '#store/directory.ts'
import { scopesIn } from '#store/role-queries.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** A session that is good now, with its person and the organisation they are active in. */
export type LiveSession = { id: string; userId: string; name: string; expiresAt: Date; seenAt: Date; tenantId: string | null; role: string | null }

const touchMs = 60_000

/** The session of a token hash or of an id; undefined when there is none, or it has ended. */
export async function findLiveSession(db: Kysely<DirectoryTables>, by: { tokenHash: string } | { id: string }, now: Date): Promise<LiveSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('member', (join) =>
      join.onRef('member.userId', '=', 'session.userId').onRef('member.organizationId', '=', 'session.activeOrganizationId').on('member.active', '=', true),
    )
    .select(['session.id', 'session.userId', 'session.expiresAt', 'session.updatedAt', 'user.name', 'member.role', 'member.organizationId'])
    .where('session.expiresAt', '>', now)
    .where((on) => ('id' in by ? on('session.id', '=', by.id) : on('session.token', '=', by.tokenHash)))
    .executeTakeFirst()
  if (!row) return undefined
  return { id: row.id, userId: row.userId, name: row.name, expiresAt: row.expiresAt, seenAt: row.updatedAt, tenantId: row.organizationId, role: row.role }
}

/** What the person of a session may do in the organisation they are in. */
export async function scopesOfSession(context: Context, session: LiveSession): Promise<string[]> {
  return session.tenantId && session.role ? ((await scopesIn(context, session.tenantId, session.role)) ?? []) : []
}

/** Notes that a session was used; once a minute is enough to show people when. */
export async function touch(context: Context, session: LiveSession): Promise<void> {
  const now = context.clock.now()
  if (now.getTime() - session.seenAt.getTime() < touchMs) return
  const directory: Directory = await directoryOf(context)
  await directory.read.updateTable('session').set({ updatedAt: now }).where('id', '=', session.id).execute()
  if (session.tenantId)
    await directory.read
      .updateTable('member')
      .set({ lastSeenAt: now })
      .where('userId', '=', session.userId)
      .where('organizationId', '=', session.tenantId)
      .execute()
}
