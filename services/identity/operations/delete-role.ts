import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { mayGrant } from '#domain/roles.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { createRoleQueries } from '#store/role-queries.ts'

/** Deletes a custom role nobody holds; whoever is given it at the same moment is left without rights until an admin gives them another. */
export const deleteRole: Handle<'deleteRole'> = async ({ name }, context) => {
  const { tenantId } = context
  const directory = await directoryOf(context)
  const held = (await createMemberQueries(directory.read).countByRole(tenantId)).get(name) ?? 0
  await context.db.inTenant(context.caller, async (tx) => {
    const roles = createRoleQueries(tx, tenantId)
    await roles.lock()
    const role = await roles.byName(name)
    if (!role) throw new Fault('identity.role_not_found', { name })
    if (held > 0) throw new Fault('identity.role_in_use', { name, held })
    if (!mayGrant(context.caller, name, role.scopes)) throw new Fault('request.forbidden', { name })
    await roles.remove(name)
    await context.note(tx, { action: 'delete-role', subject: `role:${name}` })
  })
  return {}
}
