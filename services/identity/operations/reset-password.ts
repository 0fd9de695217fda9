import type { Handle } from '#context.ts'
import { refuseWeak } from '#operations/sign-up.ts'
import { forgive } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { forgetLinks, redeem } from '#store/mail-links.ts'
import { endSessions, sayRevoked, setCookie } from '#store/sessions.ts'

/** Sets a new password by the token mailed to the address, which verifies the address too; signs out everywhere. */
export const resetPassword: Handle<'resetPassword'> = async (input, context) => {
  refuseWeak(input.password, {})
  const directory = await directoryOf(context)
  const password = await directory.hashPassword(input.password)
  const nobody = context.as({ ...context.caller, tenantId: null })
  await directory.change(nobody.caller, async (tx, people) => {
    const { userId, email } = await redeem(context, tx, people, 'reset-password', input.token)
    if (await people.findCredentialAccount(userId)) await people.updatePassword(userId, password)
    else await people.linkAccount({ userId, accountId: userId, providerId: 'credential', password })
    await people.updateUser(userId, { emailVerified: true })
    await forgetLinks(tx, 'reset-password', userId)
    await endSessions(tx, userId)
    await forgive(tx, email, undefined)
    await sayRevoked(nobody, tx, { userIds: [userId] })
  })
  setCookie(context, undefined)
  return {}
}
