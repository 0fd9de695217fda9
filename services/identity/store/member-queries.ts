import type { Kysely } from 'kysely'
import type { DirectoryTables } from '#store/tables.ts'

type MemberFilter = {
  limit: number
  after?: string | undefined
  q?: string | undefined
  role?: string | undefined
  active?: boolean | undefined
  secondFactor?: boolean | undefined
  /** Those of them alone: a team. */
  among?: readonly string[] | undefined
}

/** Who belongs to which organisation. Every function names its tenant: these tables have no fence. */
export function createMemberQueries(db: Kysely<DirectoryTables>) {
  const members = () =>
    db
      .selectFrom('member')
      .innerJoin('user', 'user.id', 'member.userId')
      .leftJoin('totp', 'totp.user_id', 'user.id')
      .select(['member.id', 'member.userId', 'member.role', 'member.active', 'member.lastSeenAt', 'member.createdAt'])
      .select(['member.title', 'user.name', 'user.email', 'user.emailVerified', 'user.disabledAt', 'totp.confirmed_at as totpSince'])
      .select((on) => on.exists(on.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.user_id', '=', 'user.id')).as('hasPasskey'))

  return {
    one: (tenantId: string, userId: string) => members().where('member.organizationId', '=', tenantId).where('member.userId', '=', userId).executeTakeFirst(),

    byEmail: (tenantId: string, email: string) => members().where('member.organizationId', '=', tenantId).where('user.email', '=', email).executeTakeFirst(),

    /** Up to `limit + 1` members after a member id, in the order they joined. */
    list(tenantId: string, it: MemberFilter) {
      let query = members()
        .where('member.organizationId', '=', tenantId)
        .orderBy('member.id')
        .limit(it.limit + 1)
      if (it.after !== undefined) query = query.where('member.id', '>', it.after)
      if (it.role !== undefined) query = query.where('member.role', '=', it.role)
      if (it.active !== undefined) query = query.where('member.active', '=', it.active)
      if (it.among) query = it.among.length > 0 ? query.where('member.userId', 'in', [...it.among]) : query.where('member.id', 'is', null)
      if (it.secondFactor !== undefined)
        query = query.where((on) => {
          const has = on.or([
            on('totp.confirmed_at', 'is not', null),
            on.exists(on.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.user_id', '=', 'user.id')),
          ])
          return it.secondFactor ? has : on.not(has)
        })
      if (it.q?.trim()) {
        const pattern = `%${it.q.trim().replace(/[\\%_]/g, '\\$&')}%`
        query = query.where((on) => on.or([on('user.name', 'ilike', pattern), on('user.email', 'ilike', pattern), on('member.title', 'ilike', pattern)]))
      }
      return query.execute()
    },

    /** Organisations in which a person is active; the one they were in last comes first. */
    membershipsOf: (userId: string) =>
      db
        .selectFrom('member')
        .innerJoin('organization', 'organization.id', 'member.organizationId')
        .select(['organization.id', 'organization.name', 'organization.slug', 'organization.createdAt', 'member.role'])
        .where('member.userId', '=', userId)
        .where('member.active', '=', true)
        .orderBy('member.lastSeenAt', (it) => it.desc().nullsLast())
        .orderBy('member.id')
        .execute(),

    holdersOf: (tenantId: string, role: string) =>
      db.selectFrom('member').select('userId').where('organizationId', '=', tenantId).where('role', '=', role).execute(),

    /** How many members hold each role. */
    async countByRole(tenantId: string): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('member')
        .select((it) => ['role', it.fn.countAll<number>().as('count')])
        .where('organizationId', '=', tenantId)
        .groupBy('role')
        .execute()
      return new Map(rows.map((it) => [it.role, Number(it.count)]))
    },

    /** Those of the people who are members. */
    async among(tenantId: string, userIds: readonly string[]): Promise<Set<string>> {
      if (userIds.length === 0) return new Set()
      const rows = await db.selectFrom('member').select('userId').where('organizationId', '=', tenantId).where('userId', 'in', userIds).execute()
      return new Set(rows.map((it) => it.userId))
    },

    async activeOwnersBeside(tenantId: string, userId: string): Promise<number> {
      const row = await db
        .selectFrom('member')
        .select((it) => it.fn.countAll<number>().as('count'))
        .where('organizationId', '=', tenantId)
        .where('role', '=', 'owner')
        .where('active', '=', true)
        .where('userId', '!=', userId)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
  }
}

/** A member as read from the directory. */
export type MemberRow = NonNullable<Awaited<ReturnType<ReturnType<typeof createMemberQueries>['one']>>>
