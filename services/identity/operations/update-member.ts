import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { changeMember } from '#store/member-changes.ts'
import { refuseRoleAbove } from '#store/role-checks.ts'
import { presentMember } from '#store/present.ts'

/** Changes the role of a member or whether they may work here; both hold from their next request on. */
export const updateMember: Handle<'updateMember'> = async ({ userId, role, active, title }, context) => {
  if (role !== undefined) await refuseRoleAbove(context, role)
  const unseats = (role !== undefined && role !== 'owner') || active === false
  const directory = await directoryOf(context)
  await changeMember(context, userId, unseats, async (tx, member) => {
    const change = {
      ...(role === undefined ? {} : { role }),
      ...(active === undefined ? {} : { active }),
      ...(title === undefined ? {} : { title: title || null }),
    }
    if (Object.keys(change).length === 0) return
    await tx.updateTable('member').set(change).where('id', '=', member.id).execute()
    await context.note(tx, { action: 'update-member', subject: `user:${userId}`, detail: change })
  })
  const member = await createMemberQueries(directory.read).one(context.tenantId, userId)
  if (!member) throw new Fault('identity.member_not_found', { userId })
  return presentMember(member)
}
