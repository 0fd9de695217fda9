import type { Handle } from '#context.ts'
import { expand } from '#domain/scopes.ts'
import { directoryOf } from '#store/directory.ts'
import { describePerson, describeSession } from '#store/person.ts'
import { presentTenant } from '#store/present.ts'

/** Who asks and what they may. The operator sees every organisation (up to 200), for the command line to choose from. */
export const getMe: Handle<'getMe'> = async (_input, context) => {
  const { subject, tenantId, scopes, sessionId } = context.caller
  if (subject.startsWith('user:') && sessionId) return describeSession(context, sessionId)
  if (subject.startsWith('user:')) return describePerson(context, subject.slice('user:'.length), tenantId)
  const directory = await directoryOf(context)
  const tenant = tenantId ? await directory.read.selectFrom('organization').selectAll().where('id', '=', tenantId).executeTakeFirst() : undefined
  const all = subject === 'operator' ? await directory.read.selectFrom('organization').selectAll().orderBy('id').limit(200).execute() : []
  return {
    user: null,
    tenant: tenant ? presentTenant(tenant) : null,
    role: null,
    scopes: expand(scopes),
    memberships: all.map((it) => ({ tenant: presentTenant(it), role: 'operator' })),
    operator: subject === 'operator',
    impersonation: null,
    requires: null,
  }
}
