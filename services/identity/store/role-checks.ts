import { Fault } from '@myna/kernel'
import type { Context } from '#context.ts'
import { mayGrant } from '#domain/roles.ts'
import { scopesIn } from '#store/role-queries.ts'

/** Throws `identity.role_not_found`, or `identity.above_your_role` when the caller may not give this role nor change who holds it. */
export async function refuseRoleAbove(context: Context, role: string): Promise<void> {
  const scopes = await scopesIn(context, context.tenantId, role)
  if (scopes === undefined) throw new Fault('identity.role_not_found', { role })
  if (!mayGrant(context.caller, role, scopes)) throw new Fault('identity.above_your_role', { role })
}
