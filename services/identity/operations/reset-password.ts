import type { Handle } from '#context.ts'
import { refuseWeak } from '#operations/sign-up.ts'
import { addressKeys, forgiveKeys, guessKeys, trying } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { forgetLinks, redeem } from '#store/mail-links.ts'
import { claimFirstOperator } from '#store/operators.ts'
import { forgetOtherWaysIn } from '#store/second-factor.ts'
import { addressOf, endSessions, sayRevoked, setCookie } from '#store/sessions.ts'

/** Sets a new password by the token mailed to the address, which verifies the address too; signs out everywhere. */
export const resetPassword: Handle<'resetPassword'> = async (input, context) => {
  refuseWeak(input.password, {})
  const directory = await directoryOf(context)
  const password = await directory.hashPassword(input.password)
  const nobody = context.as({ ...context.caller, tenantId: null })
  await trying(context, addressKeys(addressOf(context)), () =>
    directory.change(nobody.caller, async (tx, people) => {
      const { userId, email } = await redeem(context, tx, people, 'reset-password', input.token)
      // Whoever signed up with an address that is not theirs must not keep a way in once its owner comes.
      const before = await tx.selectFrom('user').select('emailVerified').where('id', '=', userId).executeTakeFirst()
      if (!before?.emailVerified) await forgetOtherWaysIn(tx, userId)
      if (await people.findCredentialAccount(userId)) await people.updatePassword(userId, password)
      else await people.linkAccount({ userId, accountId: userId, providerId: 'credential', password })
      await people.updateUser(userId, { emailVerified: true })
      await claimFirstOperator(context, tx, { id: userId, verified: true })
      await tx.deleteFrom('pending_sign_ins').where('user_id', '=', userId).execute()
      await forgetLinks(tx, 'reset-password', userId)
      await endSessions(tx, userId)
      await forgiveKeys(tx, guessKeys(email, undefined))
      await sayRevoked(nobody, tx, { userIds: [userId] })
    }),
  )
  setCookie(context, undefined)
  return {}
}
