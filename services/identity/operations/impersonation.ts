import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { impersonationMs } from '#domain/session-cookie.ts'
import { directoryOf } from '#store/directory.ts'
import { findLiveSession } from '#store/live-session.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { isOperator } from '#store/operators.ts'
import { describeSession, refuseImpersonator, sessionIn } from '#store/person.ts'
import { openSession, renewToken, sayRevoked, setCookie } from '#store/sessions.ts'

/** Opens a session in the place of a member: for an owner, of anybody but another owner; for an operator, of anybody. It ends by itself, and with theirs. */
export const impersonate: Handle<'impersonate'> = async ({ userId, reason }, context) => {
  refuseImpersonator(context)
  const actor = sessionIn(context)
  const { tenantId, caller } = context
  const directory = await directoryOf(context)
  const own = await findLiveSession(directory.read, { id: actor.sessionId }, context.clock.now())
  if (!own || own.tenantId !== tenantId) throw new Fault('request.forbidden', { tenantId })
  const operates = !own.boundTenantId && (await isOperator(context, directory.read, actor.userId))
  if (own.role !== 'owner' && !operates) throw new Fault('request.forbidden', { needs: 'an owner or operator' })
  const member = await createMemberQueries(directory.read).one(tenantId, userId)
  if (!member?.active || member.disabledAt) throw new Fault('identity.member_not_found', { userId })
  if (userId === actor.userId || (member.role === 'owner' && !operates)) throw new Fault('identity.above_your_role', { userId })
  const { id, token } = await directory.change(caller, async (tx, people) => {
    const until = new Date(context.clock.now().getTime() + impersonationMs).toISOString()
    await context.note(tx, { action: 'impersonate', subject: `user:${userId}`, detail: { reason, until, name: member.name } })
    await sayRevoked(context, tx, { userIds: [actor.userId] })
    return openSession(tx, people, context, {
      userId,
      tenantId,
      method: 'impersonation',
      secondFactor: true,
      boundTenantId: tenantId,
      lifeMs: impersonationMs,
      impersonator: { id: actor.userId, name: own.name, reason, sessionId: actor.sessionId },
    })
  })
  setCookie(context, token, impersonationMs)
  return describeSession(context, id)
}

/** Ends acting for another: that session is over, and the browser gets its own back under a new token. */
export const endImpersonation: Handle<'endImpersonation'> = async (_input, context) => {
  const { userId, sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { id: sessionId }, context.clock.now())
  if (!session?.impersonator || !session.returnSessionId) throw new Fault('identity.not_impersonating')
  const { returnSessionId } = session
  const token = await directory.change(context.caller, async (tx) => {
    const ended = await tx.deleteFrom('session').where('id', '=', sessionId).executeTakeFirst()
    if (ended.numDeletedRows === 0n) throw new Fault('identity.not_impersonating')
    await sayRevoked(context, tx, { userIds: [userId] })
    if (context.caller.tenantId) await context.note(tx, { action: 'end-impersonation', subject: `user:${userId}` })
    return renewToken(tx, returnSessionId)
  })
  setCookie(context, token)
  return describeSession(context, returnSessionId)
}
