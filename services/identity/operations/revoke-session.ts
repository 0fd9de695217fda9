import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { isId } from '#store/id-cursor.ts'
import { personIn, refuseImpersonator } from '#store/person.ts'
import { sayRevoked, setCookie } from '#store/sessions.ts'

/** Ends one of one's own sessions at once. */
export const revokeSession: Handle<'revokeSession'> = async ({ sessionId }, context) => {
  refuseImpersonator(context)
  const userId = personIn(context)
  if (!isId(sessionId)) throw new Fault('identity.session_not_found', { sessionId })
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const ended = await tx.deleteFrom('session').where('id', '=', sessionId).where('userId', '=', userId).executeTakeFirst()
    if (ended.numDeletedRows === 0n) throw new Fault('identity.session_not_found', { sessionId })
    await sayRevoked(context, tx, { userIds: [userId] })
    if (context.caller.tenantId) await context.note(tx, { action: 'revoke-session', subject: `session:${sessionId}` })
  })
  if (sessionId === context.caller.sessionId) setCookie(context, undefined)
  return {}
}
