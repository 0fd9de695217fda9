import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { refuseWeak } from '#operations/sign-up.ts'
import { admitAttempt, forgiveKeys, guessKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { forgetLinks } from '#store/mail-links.ts'
import { readPerson, refuseImpersonator, sessionIn } from '#store/person.ts'
import { addressOf, endSessions, sayRevoked } from '#store/sessions.ts'

/** Changes the password of whoever knows the current one; guesses count as failed sign-ins. */
export const changePassword: Handle<'changePassword'> = async (input, context) => {
  refuseImpersonator(context)
  const { userId, sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  const user = await readPerson(directory, userId)
  refuseWeak(input.password, user)
  const ip = addressOf(context)
  const keys = guessKeys(user.email, ip)
  await admitAttempt(context, directory, keys, 'request.too_many')
  const account = await directory.read
    .selectFrom('account')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (!(await directory.verifyPassword(input.current, account?.password))) throw new Fault('identity.wrong_credentials')
  const password = await directory.hashPassword(input.password)
  await directory.change(context.caller, async (tx, people) => {
    await people.updatePassword(userId, password)
    await forgetLinks(tx, 'reset-password', userId)
    await endSessions(tx, userId, sessionId)
    await tx.deleteFrom('pending_sign_ins').where('user_id', '=', userId).execute()
    await forgiveKeys(tx, keys)
    await sayRevoked(context, tx, { userIds: [userId] })
    if (context.caller.tenantId) await context.note(tx, { action: 'change-password', subject: `user:${userId}` })
  })
  return {}
}
