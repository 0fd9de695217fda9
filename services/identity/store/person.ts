import { Fault } from '@myna/kernel'
import type { Answer, Context } from '#context.ts'
import { type Directory, directoryOf } from '#store/directory.ts'
import { findLiveSession, scopesOfSession } from '#store/live-session.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { isOperator } from '#store/operators.ts'
import { presentTenant, presentUser } from '#store/present.ts'
import { scopesIn } from '#store/role-queries.ts'

/** The id of the person who asks; throws `request.forbidden` when it is a key, a service or the operator. */
export function personIn(context: Context): string {
  const { subject } = context.caller
  if (!subject.startsWith('user:')) throw new Fault('request.forbidden', { needs: 'a person', subject })
  return subject.slice('user:'.length)
}

/** The session and person who ask; throws `request.forbidden` when it is no person with a session. */
export function sessionIn(context: Context): { userId: string; sessionId: string } {
  const userId = personIn(context)
  const { sessionId } = context.caller
  if (!sessionId) throw new Fault('request.forbidden', { needs: 'a session', subject: context.caller.subject })
  return { userId, sessionId }
}

/** Throws `identity.impersonating` when whoever asks acts in the place of another: what outlives that, or belongs to the person alone, is not theirs to do. */
export function refuseImpersonator(context: Context): void {
  if (context.caller.actor) throw new Fault('identity.impersonating', { actor: context.caller.actor })
}

/** Throws `identity.proof_needed` when whoever asks acts in a session that opens one organisation only: what concerns all of a person is not for it. */
export async function refuseBound(context: Context): Promise<void> {
  refuseImpersonator(context)
  const { sessionId } = context.caller
  if (!sessionId) return
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { id: sessionId }, context.clock.now())
  if (session?.boundTenantId) throw new Fault('identity.proof_needed', { sessionId })
}

/** The same call as this person, in this tenant: for whoever just signed in, signed up, joined or changed over. */
export function asPerson(context: Context, it: { userId: string; name: string; tenantId: string | null; role?: string }): Context {
  return context.as({ ...context.caller, subject: `user:${it.userId}`, name: it.name, tenantId: it.tenantId, roles: it.role ? [it.role] : [], scopes: [] })
}

/** A person by id; throws `request.unauthenticated` when they are no more. */
export async function readPerson(directory: Directory, userId: string) {
  const user = await directory.read.selectFrom('user').selectAll().where('id', '=', userId).executeTakeFirst()
  if (!user) throw new Fault('request.unauthenticated', { userId })
  return user
}

/** What a person learns of themselves in this session: where they are, what they may, what is still asked of them. */
export async function describeSession(context: Context, sessionId: string): Promise<Answer<'getMe'>> {
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { id: sessionId }, context.clock.now())
  if (!session) throw new Fault('request.unauthenticated', { sessionId })
  const { requires, impersonator, boundTenantId } = session
  const me = await describePerson(context, session.userId, session.tenantId)
  const asking = requires && me.memberships.find((it) => it.tenant.id === requires.tenantId)
  return {
    ...me,
    scopes: await scopesOfSession(context, session),
    memberships: boundTenantId ? me.memberships.filter((it) => it.tenant.id === boundTenantId) : me.memberships,
    operator: me.operator && !boundTenantId,
    impersonation: impersonator && { by: impersonator.name, reason: impersonator.reason, endsAt: session.expiresAt.toISOString() },
    requires: asking ? { what: requires.what, tenant: asking.tenant, connectionId: requires.connectionId } : null,
  }
}

/** What a person learns of themselves in one of their organisations, or outside of any. */
export async function describePerson(context: Context, userId: string, tenantId: string | null): Promise<Answer<'getMe'>> {
  const directory = await directoryOf(context)
  const user = await readPerson(directory, userId)
  const rows = await createMemberQueries(directory.read).membershipsOf(userId)
  const memberships = rows.map((it) => ({ tenant: presentTenant(it), role: it.role }))
  const here = memberships.find((it) => it.tenant.id === tenantId)
  const everHad =
    memberships.length > 0 || (await directory.read.selectFrom('member').select('id').where('userId', '=', userId).limit(1).executeTakeFirst()) !== undefined
  return {
    user: presentUser(user, memberships.length > 0 || !everHad),
    tenant: here?.tenant ?? null,
    role: here?.role ?? null,
    scopes: here ? ((await scopesIn(context, here.tenant.id, here.role)) ?? []) : [],
    memberships,
    operator: await isOperator(context, directory.read, userId),
    impersonation: null,
    requires: null,
  }
}

/** What whoever nobody knows yet is: the answer to a sign-in that waits for one more proof. */
export const nobody: Answer<'getMe'> = {
  user: null,
  tenant: null,
  role: null,
  scopes: [],
  memberships: [],
  operator: false,
  impersonation: null,
  requires: null,
}
