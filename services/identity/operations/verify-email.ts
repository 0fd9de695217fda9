import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { addressKeys, trying } from '#store/attempts.ts'
import { redeem } from '#store/mail-links.ts'
import { claimFirstOperator } from '#store/operators.ts'
import { addressOf } from '#store/sessions.ts'

/** Marks an address as verified by the token mailed to it; a token works once, and only while the address is still the account's. */
export const verifyEmail: Handle<'verifyEmail'> = async ({ token }, context) => {
  return trying(context, addressKeys(addressOf(context)), (directory) =>
    directory.change({ tenantId: null }, async (tx, people) => {
      const { userId, email } = await redeem(context, tx, people, 'verify-email', token)
      const user = await people.findUserById(userId)
      if (user?.email !== email) throw new Fault('identity.link_expired', { why: 'the address changed' })
      await people.updateUser(userId, { emailVerified: true })
      await claimFirstOperator(context, tx, { id: userId, verified: true })
      return { email }
    }),
  )
}
