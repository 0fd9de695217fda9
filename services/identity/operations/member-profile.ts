import { Fault, page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'
import { directoryOf } from '#store/directory.ts'
import { idIn } from '#store/id-cursor.ts'
import { changeMember } from '#store/member-changes.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { personIn } from '#store/person.ts'
import { presentMember, presentSession, presentSignIn } from '#store/present.ts'
import { listSignIns } from '#store/sign-in-records.ts'
import { createTeamQueries } from '#store/team-queries.ts'

/** A member with teams, number of keys, and sessions in this organisation. */
export const getMember: Handle<'getMember'> = async ({ userId }, context) => {
  const { tenantId, caller } = context
  const { read } = await directoryOf(context)
  const member = await createMemberQueries(read).one(tenantId, userId)
  if (!member) throw new Fault('identity.member_not_found', { userId })
  const sessions = await read
    .selectFrom('session')
    .selectAll()
    .where('userId', '=', userId)
    .where('activeOrganizationId', '=', tenantId)
    .where('expiresAt', '>', context.clock.now())
    .orderBy('updatedAt', 'desc')
    .limit(100)
    .execute()
  const [teams, keyIds] = await context.db.inTenant(caller, async (tx) => [
    await createTeamQueries(tx, tenantId).all(),
    await createApiKeyQueries(tx, tenantId).idsOf(userId),
  ])
  return {
    ...presentMember(member),
    emailVerified: member.emailVerified,
    teams: teams.filter((it) => it.member_ids.includes(userId)).map(({ id, name }) => ({ id, name })),
    apiKeys: keyIds.length,
    sessions: sessions.map((it) => presentSession(it, caller.sessionId)),
  }
}

/** Ends the sessions of a member that work in this organisation; those elsewhere are not this organisation's. */
export const revokeMemberSessions: Handle<'revokeMemberSessions'> = async ({ userId }, context) => {
  const { tenantId } = context
  let revoked = 0
  await changeMember(context, userId, false, async (tx) => {
    const ended = await tx.deleteFrom('session').where('userId', '=', userId).where('activeOrganizationId', '=', tenantId).executeTakeFirst()
    revoked = Number(ended.numDeletedRows)
    await context.note(tx, { action: 'revoke-member-sessions', subject: `user:${userId}`, detail: { revoked } })
  })
  return { revoked }
}

/** Sign-ins of whoever asks, newest first. */
export const listMyActivity: Handle<'listMyActivity'> = async ({ limit, cursor }, context) => {
  const { read } = await directoryOf(context)
  const rows = await listSignIns(read, personIn(context), { limit, before: idIn(cursor) })
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  return { items: items.map(presentSignIn), ...rest }
}

/** Sign-ins of a member that worked in this organisation; those elsewhere are none of its business. */
export const listMemberActivity: Handle<'listMemberActivity'> = async ({ userId, limit, cursor }, context) => {
  const { tenantId } = context
  const { read } = await directoryOf(context)
  if (!(await createMemberQueries(read).one(tenantId, userId))) throw new Fault('identity.member_not_found', { userId })
  const rows = await listSignIns(read, userId, { limit, before: idIn(cursor), tenantId })
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  return { items: items.map(presentSignIn), ...rest }
}
