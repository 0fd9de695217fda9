import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { sessionIn } from '#store/person.ts'
import { sayRevoked, setCookie } from '#store/sessions.ts'

/** Ends the session of whoever asks, and with it every token made for it. */
export const signOut: Handle<'signOut'> = async (_input, context) => {
  const { userId, sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    await tx.deleteFrom('session').where('id', '=', sessionId).where('userId', '=', userId).execute()
    await sayRevoked(context, tx, { userIds: [userId] })
    if (context.caller.tenantId) await context.note(tx, { action: 'sign-out', subject: `user:${userId}` })
  })
  setCookie(context, undefined)
  return {}
}
