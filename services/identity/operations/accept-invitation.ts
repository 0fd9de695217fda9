import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { accept, createInvitationQueries } from '#store/invitations.ts'
import { asPerson, describePerson, personIn, readPerson, refuseBound } from '#store/person.ts'
import { sayRevoked } from '#store/sessions.ts'

/** Joins the organisation that invited one's address; this session works in it from then on. */
export const acceptInvitation: Handle<'acceptInvitation'> = async ({ invitationId }, context) => {
  await refuseBound(context)
  const userId = personIn(context)
  const { sessionId } = context.caller
  const directory = await directoryOf(context)
  const user = await readPerson(directory, userId)
  const invitation = await createInvitationQueries(directory.read).byId(invitationId)
  if (!invitation) throw new Fault('identity.invitation_not_found', { invitationId })
  const tenantId = invitation.organizationId
  const acting = asPerson(context, { userId, name: user.name, tenantId, role: invitation.role })
  await directory.change(acting.caller, async (tx) => {
    await accept(acting, tx, invitationId, user)
    if (sessionId) await tx.updateTable('session').set({ activeOrganizationId: tenantId }).where('id', '=', sessionId).where('userId', '=', userId).execute()
    await sayRevoked(acting, tx, { userIds: [userId] })
  })
  return describePerson(context, userId, tenantId)
}
