import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { personIn } from '#store/person.ts'

/** Sessions of whoever asks that are still good, last used first. */
export const listSessions: Handle<'listSessions'> = async (_input, context) => {
  const directory = await directoryOf(context)
  const rows = await directory.read
    .selectFrom('session')
    .selectAll()
    .where('userId', '=', personIn(context))
    .where('expiresAt', '>', context.clock.now())
    .orderBy('updatedAt', 'desc')
    .limit(200)
    .execute()
  return {
    items: rows.map((it) => ({
      id: it.id,
      current: it.id === context.caller.sessionId,
      userAgent: it.userAgent,
      ip: it.ipAddress,
      createdAt: it.createdAt.toISOString(),
      lastSeenAt: it.updatedAt.toISOString(),
      expiresAt: it.expiresAt.toISOString(),
    })),
  }
}
