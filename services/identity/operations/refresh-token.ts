import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { directoryOf } from '#store/directory.ts'
import { findLiveSession, scopesOfSession } from '#store/live-session.ts'
import { sayRevoked } from '#store/sessions.ts'
import { addRefreshToken, pairOf } from '#store/tokens.ts'

/** Exchanges a refresh token. One that was used before has been stolen from somebody: the whole session ends (RFC 9700, 4.14.2). */
export const refreshToken: Handle<'refreshToken'> = async (input, context) => {
  const directory = await directoryOf(context)
  const nobody = context.as({ ...context.caller, tenantId: null })
  const now = context.clock.now()
  const hash = hashOf(input.refreshToken)
  const renewed = await directory.change(nobody.caller, async (tx) => {
    const token = await tx.selectFrom('refresh_tokens').selectAll().where('hash', '=', hash).forUpdate().executeTakeFirst()
    if (!token) return undefined
    const session = await findLiveSession(tx, { id: token.session_id }, now)
    if (!session || token.expires_at <= now) return undefined
    if (token.used_at) {
      await tx.deleteFrom('session').where('id', '=', token.session_id).execute()
      await sayRevoked(nobody, tx, { userIds: [session.userId] })
      context.log.warn({ sessionId: session.id }, 'a refresh token was used twice; its session is over')
      return undefined
    }
    await tx.updateTable('refresh_tokens').set({ used_at: now }).where('hash', '=', hash).execute()
    return { session, next: await addRefreshToken(context, tx, token.session_id) }
  })
  if (!renewed) throw new Fault('identity.link_expired', { why: 'no such refresh token, or used, or over' })
  return pairOf(context, renewed.session, await scopesOfSession(context, renewed.session), renewed.next)
}
