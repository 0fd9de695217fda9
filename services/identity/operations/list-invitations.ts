import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { idIn } from '#store/id-cursor.ts'
import { createInvitationQueries } from '#store/invitations.ts'
import { presentInvitation } from '#store/present.ts'

/** Invitations, newest first. */
export const listInvitations: Handle<'listInvitations'> = async ({ limit, cursor }, context) => {
  const directory = await directoryOf(context)
  const rows = await createInvitationQueries(directory.read).list(context.tenantId, { limit, before: idIn(cursor) })
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  return { items: items.map((it) => presentInvitation(it, context.clock.now())), ...rest }
}
