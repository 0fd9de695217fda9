import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { personIn, refuseImpersonator, sessionIn } from '#store/person.ts'
import { presentSession } from '#store/present.ts'
import { endSessions, sayRevoked } from '#store/sessions.ts'

/** Sessions of whoever asks that are still good, last used first; also those in which somebody acts in their place. */
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
  return { items: rows.map((it) => presentSession(it, context.caller.sessionId)) }
}

/** Ends every session of whoever asks but this one. */
export const revokeOtherSessions: Handle<'revokeOtherSessions'> = async (_input, context) => {
  refuseImpersonator(context)
  const { userId, sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  return directory.change(context.caller, async (tx) => {
    const revoked = await endSessions(tx, userId, sessionId)
    await sayRevoked(context, tx, { userIds: [userId] })
    if (context.caller.tenantId) await context.note(tx, { action: 'revoke-other-sessions', subject: `user:${userId}`, detail: { revoked } })
    return { revoked }
  })
}
