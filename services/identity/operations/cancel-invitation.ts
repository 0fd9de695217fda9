import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'

/** Cancels an invitation that was not accepted yet. */
export const cancelInvitation: Handle<'cancelInvitation'> = async ({ invitationId }, context) => {
  const { tenantId } = context
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const change = tx
      .updateTable('invitation')
      .set({ status: 'canceled' })
      .where('id', '=', invitationId)
      .where('organizationId', '=', tenantId)
      .where('status', '=', 'pending')
    if ((await change.executeTakeFirst()).numUpdatedRows === 0n) throw new Fault('identity.invitation_not_found', { invitationId })
    await context.note(tx, { action: 'cancel-invitation', subject: `invitation:${invitationId}` })
  })
  return {}
}
