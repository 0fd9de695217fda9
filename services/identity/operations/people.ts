import { Fault, page } from '@myna/kernel'
import type { Kysely } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { idIn } from '#store/id-cursor.ts'
import { createOperatorQueries, lockOperators } from '#store/operators.ts'
import { refuseImpersonator } from '#store/person.ts'
import { endSessions, sayRevoked } from '#store/sessions.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** Everybody with an account, newest first. */
export const listPeople: Handle<'listPeople'> = async ({ limit, cursor, q, active }, context) => {
  const { read } = await directoryOf(context)
  const before = idIn(cursor)
  let query = read
    .selectFrom('user')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (before !== undefined) query = query.where('id', '<', before)
  if (active !== undefined) query = query.where('disabledAt', active ? 'is' : 'is not', null)
  if (q?.trim()) {
    const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((on) => on.or([on('name', 'ilike', pattern), on('email', 'ilike', pattern)]))
  }
  const { items, ...rest } = page(await query.execute(), limit, (it) => [it.id])
  return { items: await describePeople(read, items), ...rest }
}

/** Shuts an account out everywhere, or lets it in again. Nobody shuts the last operator out. */
export const updatePerson: Handle<'updatePerson'> = async ({ userId, active }, context) => {
  refuseImpersonator(context)
  const directory = await directoryOf(context)
  const user = await directory.change(context.caller, async (tx) => {
    await lockOperators(tx)
    const operators = await createOperatorQueries(tx, context.ports.operators).all()
    if (!active && operators.length === 1 && operators[0]!.id === userId) throw new Fault('identity.last_operator')
    const changed = await tx
      .updateTable('user')
      .set({ disabledAt: active ? null : context.clock.now() })
      .where('id', '=', userId)
      .returningAll()
      .executeTakeFirst()
    if (!changed) throw new Fault('identity.person_not_found', { userId })
    if (!active) await shutOut(context, tx, userId)
    await context.note(tx, { action: active ? 'enable-person' : 'disable-person', subject: `user:${userId}`, detail: { email: changed.email } })
    return changed
  })
  const [person] = await describePeople(directory.read, [user])
  return person!
}

/** Ends what a person has open; their keys are refused from the next request on, for `authenticate` looks at the person behind them. */
async function shutOut(context: Context, tx: Parameters<typeof endSessions>[0], userId: string): Promise<void> {
  await endSessions(tx, userId)
  await tx.deleteFrom('pending_sign_ins').where('user_id', '=', userId).execute()
  await sayRevoked(context, tx, { userIds: [userId] })
}

async function describePeople(
  db: Kysely<DirectoryTables>,
  users: readonly { id: string; name: string; email: string; emailVerified: boolean; disabledAt: Date | null; createdAt: Date }[],
) {
  const ids = users.map((it) => it.id)
  if (ids.length === 0) return []
  const memberships = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .select(['member.userId', 'member.role', 'member.lastSeenAt', 'organization.id', 'organization.name'])
    .where('member.userId', 'in', ids)
    .orderBy('member.id')
    .execute()
  const totp = await db.selectFrom('totp').select('user_id').where('user_id', 'in', ids).where('confirmed_at', 'is not', null).execute()
  const passkeys = await db.selectFrom('passkeys').select('user_id').where('user_id', 'in', ids).execute()
  const guarded = new Set([...totp, ...passkeys].map((it) => it.user_id))
  return users.map((it) => {
    const mine = memberships.filter((one) => one.userId === it.id)
    const seen = mine.flatMap((one) => (one.lastSeenAt ? [one.lastSeenAt.getTime()] : []))
    return {
      id: it.id,
      name: it.name,
      email: it.email,
      emailVerified: it.emailVerified,
      active: it.disabledAt === null,
      secondFactor: guarded.has(it.id),
      organisations: mine.map(({ id, name, role }) => ({ id, name, role })),
      lastSeenAt: seen.length > 0 ? new Date(Math.max(...seen)).toISOString() : null,
      createdAt: it.createdAt.toISOString(),
    }
  })
}
