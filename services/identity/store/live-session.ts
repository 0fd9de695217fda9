import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import { type Directory, directoryOf } from '#store/directory.ts'
import { isOperator, operatorScopes } from '#store/operators.ts'
import { scopesIn } from '#store/role-queries.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** What an organisation asks of a session before it opens. */
export type Requirement = { what: 'second_factor' | 'single_sign_on'; tenantId: string; connectionId: string | null }

/** Who really acts in a session that stands in the place of its person. */
export type Impersonator = { userId: string; name: string; reason: string }

/** A session that is good now, with its person and the organisation they are active in; none while the organisation asks for more. */
export type LiveSession = {
  id: string
  userId: string
  name: string
  expiresAt: Date
  seenAt: Date
  createdAt: Date
  tenantId: string | null
  role: string | null
  method: string
  boundTenantId: string | null
  impersonator: Impersonator | null
  returnSessionId: string | null
  requires: Requirement | null
}

const touchMs = 60_000

/** The session of a token hash or of an id; undefined when there is none, it has ended, or its person is shut out. */
export async function findLiveSession(db: Kysely<DirectoryTables>, by: { tokenHash: string } | { id: string }, now: Date): Promise<LiveSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('member', (join) =>
      join
        .onRef('member.userId', '=', 'session.userId')
        .onRef('member.organizationId', '=', 'session.activeOrganizationId')
        .on('member.active', '=', true)
        .on((on) => on.or([on('session.boundTenantId', 'is', null), on('session.boundTenantId', '=', on.ref('member.organizationId'))])),
    )
    .leftJoin('security_policies as policy', 'policy.tenant_id', 'member.organizationId')
    .select(['session.id', 'session.userId', 'session.expiresAt', 'session.updatedAt', 'session.createdAt', 'session.method', 'session.secondFactor'])
    .select(['session.boundTenantId', 'session.impersonatorId', 'session.impersonatorName', 'session.impersonationReason', 'session.returnSessionId'])
    .select(['user.name', 'user.email', 'member.role', 'member.organizationId', 'policy.require_second_factor'])
    .select((on) =>
      on
        .selectFrom('sso_connections as sso')
        .select('sso.id')
        .whereRef('sso.tenant_id', '=', 'member.organizationId')
        .where('sso.active', '=', true)
        .where('sso.enforced', '=', true)
        .where((it) => it(it.fn('split_part', [it.ref('user.email'), it.val('@'), it.lit(2)]), '=', it.fn.any('sso.domains')))
        .limit(1)
        .as('connectionId'),
    )
    .where('session.expiresAt', '>', now)
    .where('user.disabledAt', 'is', null)
    .where((on) => ('id' in by ? on('session.id', '=', by.id) : on('session.token', '=', by.tokenHash)))
    .executeTakeFirst()
  if (!row) return undefined
  const requires = requirementOf(row)
  return {
    id: row.id,
    userId: row.userId,
    name: row.name,
    expiresAt: row.expiresAt,
    seenAt: row.updatedAt,
    createdAt: row.createdAt,
    method: row.method,
    boundTenantId: row.boundTenantId,
    tenantId: requires ? null : row.organizationId,
    role: requires ? null : row.role,
    impersonator: row.impersonatorId ? { userId: row.impersonatorId, name: row.impersonatorName ?? '', reason: row.impersonationReason ?? '' } : null,
    returnSessionId: row.returnSessionId,
    requires,
  }
}

function requirementOf(row: {
  organizationId: string | null
  role: string | null
  method: string
  secondFactor: boolean
  require_second_factor: boolean | null
  connectionId: string | null
  impersonatorId: string | null
  boundTenantId: string | null
}): Requirement | null {
  if (!row.organizationId || row.impersonatorId) return null
  // A provider answers for its own organisation, and for no other.
  if (row.method.startsWith('sso:') && row.boundTenantId === row.organizationId) return null
  // Owners keep their password, so that a broken provider does not lock an organisation out.
  if (row.connectionId && row.role !== 'owner') return { what: 'single_sign_on', tenantId: row.organizationId, connectionId: row.connectionId }
  if (row.require_second_factor && !row.secondFactor) return { what: 'second_factor', tenantId: row.organizationId, connectionId: null }
  return null
}

/** What the person of a session may do: in the organisation they are in, and on the platform when they run it and act for themselves. */
export async function scopesOfSession(context: Context, session: LiveSession): Promise<string[]> {
  if (!session.tenantId || !session.role) return []
  const scopes = (await scopesIn(context, session.tenantId, session.role)) ?? []
  if (session.boundTenantId) return scopes
  const directory = await directoryOf(context)
  return (await isOperator(context, directory.read, session.userId)) ? [...scopes, ...operatorScopes] : scopes
}

/** Notes that a session was used; once a minute is enough to show people when. */
export async function touch(context: Context, session: LiveSession): Promise<void> {
  const now = context.clock.now()
  if (now.getTime() - session.seenAt.getTime() < touchMs) return
  const directory: Directory = await directoryOf(context)
  await directory.read.updateTable('session').set({ updatedAt: now }).where('id', '=', session.id).execute()
  // Who acts for another does not make it look as if that one were here.
  if (session.tenantId && !session.impersonator)
    await directory.read
      .updateTable('member')
      .set({ lastSeenAt: now })
      .where('userId', '=', session.userId)
      .where('organizationId', '=', session.tenantId)
      .execute()
}
