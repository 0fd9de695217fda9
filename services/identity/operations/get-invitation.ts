import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { createInvitationQueries, isOpen } from '#store/invitations.ts'

/** An open invitation, to whoever has its id from the mail. */
export const getInvitation: Handle<'getInvitation'> = async ({ invitationId }, context) => {
  const directory = await directoryOf(context)
  const it = await createInvitationQueries(directory.read).byId(invitationId)
  if (!it || !isOpen(it, context.clock.now())) throw new Fault('identity.invitation_not_found', { invitationId })
  const account = await directory.read.selectFrom('user').select('id').where('email', '=', it.email).executeTakeFirst()
  return { id: it.id, email: it.email, role: it.role, organisation: it.organisation, accountExists: account !== undefined }
}
