import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { findLiveSession } from '#store/live-session.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { asPerson, describeSession, refuseImpersonator, sessionIn } from '#store/person.ts'
import { sayRevoked } from '#store/sessions.ts'

/** Makes this session work in another organisation of its person. */
export const switchTenant: Handle<'switchTenant'> = async ({ tenantId }, context) => {
  refuseImpersonator(context)
  const { userId, sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { id: sessionId }, context.clock.now())
  if (session?.boundTenantId && session.boundTenantId !== tenantId) throw new Fault('identity.tenant_not_found', { tenantId })
  const member = await createMemberQueries(directory.read).one(tenantId, userId)
  if (!member?.active) throw new Fault('identity.tenant_not_found', { tenantId })
  const acting = asPerson(context, { userId, name: member.name, tenantId, role: member.role })
  await directory.change(acting.caller, async (tx) => {
    await tx.updateTable('session').set({ activeOrganizationId: tenantId }).where('id', '=', sessionId).where('userId', '=', userId).execute()
    await tx.updateTable('member').set({ lastSeenAt: context.clock.now() }).where('id', '=', member.id).execute()
    await sayRevoked(acting, tx, { userIds: [userId] })
    await acting.note(tx, { action: 'switch-tenant', subject: `user:${userId}` })
  })
  return describeSession(context, sessionId)
}
