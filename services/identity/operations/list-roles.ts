import { builtInRoles } from '@myna/contracts/identity-shapes'
import type { Handle } from '#context.ts'
import { isOfPlatform, scopesOfRole } from '#domain/roles.ts'
import { allScopes } from '#domain/scopes.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { createRoleQueries } from '#store/role-queries.ts'

/** Built-in roles from the highest down, then custom ones by name. */
export const listRoles: Handle<'listRoles'> = async (_input, context) => {
  const { tenantId } = context
  const custom = await context.db.inTenant(context.caller, (tx) => createRoleQueries(tx, tenantId).all())
  const directory = await directoryOf(context)
  const counts = await createMemberQueries(directory.read).countByRole(tenantId)
  const roles = [
    ...builtInRoles.map((name) => ({ name: name as string, builtIn: true, scopes: scopesOfRole(name), revision: 0 })),
    ...custom.map(({ name, scopes, revision }) => ({
      name,
      builtIn: false,
      scopes: scopes.filter((scope) => allScopes.includes(scope) && !isOfPlatform(scope)),
      revision,
    })),
  ]
  return { items: roles.map((it) => ({ ...it, memberCount: counts.get(it.name) ?? 0 })), allScopes: allScopes.filter((it) => !isOfPlatform(it)) }
}
