import { identityEvents } from '@myna/contracts/identity-events'
import { sql } from 'kysely'
import type { Handle } from '#context.ts'
import { addressKeys, trying } from '#store/attempts.ts'
import { forgetLinks, redeem } from '#store/mail-links.ts'
import { addressOf, endSessions, sayRevoked, setCookie } from '#store/sessions.ts'

/**
 * "This was not me", by the link of the mail: whoever is in is out, no browser is trusted any more, the password no longer works, and a mail asks for a
 * new one. The second factor stays: it is what the intruder lacked, or what the owner removes after signing in.
 */
export const reportSignIn: Handle<'reportSignIn'> = async ({ token }, context) => {
  await trying(context, addressKeys(addressOf(context)), (directory) =>
    directory.change({ tenantId: null }, async (tx, people) => {
      const { userId, email, about } = await redeem(context, tx, people, 'not-me', token)
      const signIn = await tx
        .selectFrom('sign_ins')
        .select(['id', 'tenant_id'])
        .where('id', '=', about ?? userId)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      const user = await tx.selectFrom('user').select('name').where('id', '=', userId).executeTakeFirstOrThrow()
      await endSessions(tx, userId)
      await tx.deleteFrom('devices').where('user_id', '=', userId).execute()
      await tx.deleteFrom('pending_sign_ins').where('user_id', '=', userId).execute()
      await tx.updateTable('account').set({ password: null }).where('userId', '=', userId).where('providerId', '=', 'credential').execute()
      await forgetLinks(tx, 'reset-password', userId)
      if (signIn) await tx.updateTable('sign_ins').set({ outcome: 'reported' }).where('id', '=', signIn.id).execute()
      const tenantId = signIn?.tenant_id ?? null
      // Only the link says where it happened; what is told there goes through the fence of that organisation.
      await sql`select set_config('app.tenant_id', ${tenantId ?? ''}, true)`.execute(tx)
      const acting = context.as({ ...context.caller, tenantId, subject: `user:${userId}`, name: user.name })
      await sayRevoked(acting, tx, { userIds: [userId] })
      await acting.jobs.send(tx, 'sendMail', { kind: 'reset', email })
      if (signIn && tenantId) await acting.tell(tx, identityEvents.signInReported, { userId, name: user.name, signInId: signIn.id })
    }),
  )
  setCookie(context, undefined)
  return {}
}
