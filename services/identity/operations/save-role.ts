import { checkRevision, Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { isBuiltIn, isOfPlatform, mayGrant } from '#domain/roles.ts'
import { allScopes } from '#domain/scopes.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { createRoleQueries } from '#store/role-queries.ts'
import { sayRevoked } from '#store/sessions.ts'

/** Creates or changes a custom role; who holds it has the new rights from the next request on. */
export const saveRole: Handle<'saveRole'> = async ({ name, scopes: wanted, revision: seen }, context) => {
  if (isBuiltIn(name)) throw new Fault('identity.role_taken', { name })
  const scopes = [...new Set(wanted)].sort()
  const unknown = scopes.find((it) => !allScopes.includes(it) || isOfPlatform(it))
  if (unknown !== undefined) throw new Fault('request.invalid', {}, { fields: [{ field: 'scopes', problem: `There is no scope ${unknown}.` }] })
  if (!mayGrant(context.caller, name, scopes)) throw new Fault('identity.above_your_role', { name })
  const { tenantId } = context
  const directory = await directoryOf(context)
  const holders = await createMemberQueries(directory.read).holdersOf(tenantId, name)
  const revision = await context.db.inTenant(context.caller, async (tx) => {
    const roles = createRoleQueries(tx, tenantId)
    await roles.lock()
    const before = await roles.byName(name)
    if (
      before &&
      !mayGrant(
        context.caller,
        name,
        before.scopes.filter((it) => allScopes.includes(it)),
      )
    )
      throw new Fault('identity.above_your_role', { name })
    const stored = before?.revision ?? 0
    checkRevision(seen, stored)
    await roles.save({ id: newId(), name, scopes, revision: stored + 1, at: context.clock.now() })
    await sayRevoked(context, tx, { userIds: holders.map((it) => it.userId) })
    await context.note(tx, { action: 'save-role', subject: `role:${name}`, detail: { scopes } })
    return stored + 1
  })
  return { name, builtIn: false, scopes, memberCount: holders.length, revision }
}
