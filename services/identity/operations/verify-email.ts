import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { redeem } from '#store/mail-links.ts'

/** Marks an address as verified by the token mailed to it; a token works once, and only while the address is still the account's. */
export const verifyEmail: Handle<'verifyEmail'> = async ({ token }, context) => {
  const directory = await directoryOf(context)
  return directory.change({ tenantId: null }, async (tx, people) => {
    const { userId, email } = await redeem(context, tx, people, 'verify-email', token)
    const user = await people.findUserById(userId)
    if (user?.email !== email) throw new Fault('identity.link_expired', { why: 'the address changed' })
    await people.updateUser(userId, { emailVerified: true })
    return { email }
  })
}
