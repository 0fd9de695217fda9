import { Fault } from '@myna/kernel'
import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import type { DirectoryTx } from '#store/directory.ts'
import { addMember, lockOrganisation } from '#store/organisations.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** How long an invitation can be accepted. */
export const invitationMs = 7 * 24 * 3_600_000

/** Invitations. Every function but the one for the invited names its tenant: this table has no fence. */
export function createInvitationQueries(db: Kysely<DirectoryTables>) {
  const invitations = () =>
    db
      .selectFrom('invitation')
      .leftJoin('user', 'user.id', 'invitation.inviterId')
      .innerJoin('organization', 'organization.id', 'invitation.organizationId')
      .select([
        'invitation.id',
        'invitation.organizationId',
        'invitation.email',
        'invitation.role',
        'invitation.status',
        'invitation.expiresAt',
        'invitation.createdAt',
      ])
      .select(['user.name as inviterName', 'user.preferences as inviterPreferences', 'organization.name as organisation'])
  return {
    byId: (id: string) => invitations().where('invitation.id', '=', id).executeTakeFirst(),
    list(tenantId: string, it: { limit: number; before?: string | undefined }) {
      let query = invitations()
        .where('invitation.organizationId', '=', tenantId)
        .orderBy('invitation.id', 'desc')
        .limit(it.limit + 1)
      if (it.before !== undefined) query = query.where('invitation.id', '<', it.before)
      return query.execute()
    },
  }
}

export type InvitationRow = NonNullable<Awaited<ReturnType<ReturnType<typeof createInvitationQueries>['byId']>>>

/** Whether an invitation can still be accepted. */
export function isOpen(it: Pick<InvitationRow, 'status' | 'expiresAt'>, now: Date): boolean {
  return it.status === 'pending' && it.expiresAt > now
}

/** Makes the invited a member. Throws `identity.invitation_not_found` or `identity.invitation_for_other`. `context` acts in the tenant that invited. */
export async function accept(context: Context, tx: DirectoryTx, invitationId: string, user: { id: string; email: string }): Promise<void> {
  const { tenantId } = context
  const it = await tx.selectFrom('invitation').selectAll().where('id', '=', invitationId).where('organizationId', '=', tenantId).forUpdate().executeTakeFirst()
  if (!it || !isOpen(it, context.clock.now())) throw new Fault('identity.invitation_not_found', { invitationId })
  if (it.email !== user.email) throw new Fault('identity.invitation_for_other', { invitationId })
  await lockOrganisation(tx, tenantId)
  await tx.updateTable('invitation').set({ status: 'accepted' }).where('id', '=', it.id).execute()
  const known = await tx.selectFrom('member').select('id').where('organizationId', '=', tenantId).where('userId', '=', user.id).executeTakeFirst()
  if (!known) await addMember(context, tx, { tenantId, userId: user.id, role: it.role })
  await context.note(tx, { action: 'accept-invitation', subject: `invitation:${it.id}`, detail: { role: it.role, userId: user.id } })
}
