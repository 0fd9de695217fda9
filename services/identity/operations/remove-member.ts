import type { Handle } from '#context.ts'
import { changeMember } from '#store/member-changes.ts'

/** Removes a member; their keys here die with the membership, and their sessions leave this organisation. */
export const removeMember: Handle<'removeMember'> = async ({ userId }, context) => {
  const { tenantId } = context
  await changeMember(context, userId, true, async (tx, member) => {
    await tx.deleteFrom('member').where('id', '=', member.id).execute()
    await tx.updateTable('session').set({ activeOrganizationId: null }).where('userId', '=', userId).where('activeOrganizationId', '=', tenantId).execute()
    await context.note(tx, { action: 'remove-member', subject: `user:${userId}`, detail: { role: member.role } })
  })
  return {}
}
