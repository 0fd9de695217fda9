import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { createInvitationQueries, invitationMs } from '#store/invitations.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { lockOrganisation } from '#store/organisations.ts'
import { presentInvitation } from '#store/present.ts'
import { personBehind } from '#store/person-behind.ts'
import { refuseRoleAbove } from '#store/role-checks.ts'

/** Invites an address; an older open invitation of it is replaced, so that only the newest mail works. */
export const inviteMember: Handle<'inviteMember'> = async ({ email, role }, context) => {
  await refuseRoleAbove(context, role)
  const { tenantId } = context
  const inviterId = await personBehind(context)
  const directory = await directoryOf(context)
  const now = context.clock.now()
  const row = await directory.change(context.caller, async (tx) => {
    await lockOrganisation(tx, tenantId)
    if (await createMemberQueries(tx).byEmail(tenantId, email)) throw new Fault('identity.already_member', { email })
    await tx
      .updateTable('invitation')
      .set({ status: 'canceled' })
      .where('organizationId', '=', tenantId)
      .where('email', '=', email)
      .where('status', '=', 'pending')
      .execute()
    const id = newId()
    const expiresAt = new Date(now.getTime() + invitationMs)
    await tx.insertInto('invitation').values({ id, organizationId: tenantId, email, role, status: 'pending', inviterId, expiresAt, createdAt: now }).execute()
    await context.jobs.send(tx, 'sendMail', { kind: 'invitation', invitationId: id })
    await context.note(tx, { action: 'invite-member', subject: `invitation:${id}`, detail: { email, role } })
    return createInvitationQueries(tx).byId(id)
  })
  return presentInvitation(row!, now)
}
