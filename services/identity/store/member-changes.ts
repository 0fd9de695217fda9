import { Fault } from '@myna/kernel'
import type { Context } from '#context.ts'
import { isOfPlatform, mayGrant } from '#domain/roles.ts'
import { allScopes } from '#domain/scopes.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'
import { createMemberQueries, type MemberRow } from '#store/member-queries.ts'
import { lockOrganisation } from '#store/organisations.ts'
import { scopesIn } from '#store/role-queries.ts'
import { sayRevoked } from '#store/sessions.ts'

/**
 * Changes a member, one at a time in an organisation. Throws `identity.member_not_found`, `identity.above_your_role` when they
 * stand above the caller, and `identity.last_owner` when `unseats` says that the change takes away the last active owner.
 */
export async function changeMember(
  context: Context,
  userId: string,
  unseats: boolean,
  change: (tx: DirectoryTx, member: MemberRow) => Promise<void>,
): Promise<void> {
  const { tenantId, caller } = context
  const directory = await directoryOf(context)
  const seen = await createMemberQueries(directory.read).one(tenantId, userId)
  if (!seen) throw new Fault('identity.member_not_found', { userId })
  // The fence keeps custom roles and keys; they are read before, for one session cannot hold two transactions.
  const scopes = (await scopesIn(context, tenantId, seen.role)) ?? []
  const keyIds = await context.db.inTenant(caller, (tx) => createApiKeyQueries(tx, tenantId).idsOf(userId))
  await directory.change(caller, async (tx) => {
    await lockOrganisation(tx, tenantId)
    const members = createMemberQueries(tx)
    const member = await members.one(tenantId, userId)
    if (!member) throw new Fault('identity.member_not_found', { userId })
    const same = member.role === seen.role
    if (!mayGrant(caller, member.role, same ? scopes : allScopes.filter((it) => !isOfPlatform(it))))
      throw new Fault('identity.above_your_role', { role: member.role })
    if (member.role === 'owner' && member.active && unseats && (await members.activeOwnersBeside(tenantId, userId)) === 0)
      throw new Fault('identity.last_owner')
    await change(tx, member)
    await sayRevoked(context, tx, { userIds: [userId], keyIds })
  })
}
