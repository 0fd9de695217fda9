import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { idIn } from '#store/id-cursor.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { presentMember } from '#store/present.ts'
import { createTeamQueries } from '#store/team-queries.ts'

/** Members in the order they joined; `q` is looked for in names and addresses. */
export const listMembers: Handle<'listMembers'> = async ({ limit, cursor, teamId, ...filter }, context) => {
  const directory = await directoryOf(context)
  const team = teamId === undefined ? undefined : await context.db.inTenant(context.caller, (tx) => createTeamQueries(tx, context.tenantId).one(teamId))
  const among = teamId === undefined ? undefined : (team?.member_ids ?? [])
  const rows = await createMemberQueries(directory.read).list(context.tenantId, { limit, after: idIn(cursor), among, ...filter })
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  return { items: items.map(presentMember), ...rest }
}
