import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { idIn } from '#store/id-cursor.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { createTeamQueries } from '#store/team-queries.ts'

/** Teams in the order they were made. People who are no longer members are left out. */
export const listTeams: Handle<'listTeams'> = async ({ limit, cursor }, context) => {
  const { tenantId } = context
  const after = idIn(cursor)
  const rows = await context.db.inTenant(context.caller, (tx) => createTeamQueries(tx, tenantId).list(limit, after))
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  const directory = await directoryOf(context)
  const members = await createMemberQueries(directory.read).among(tenantId, [...new Set(items.flatMap((it) => it.member_ids))])
  return { items: items.map(({ id, name, member_ids: ids, revision }) => ({ id, name, memberIds: ids.filter((it) => members.has(it)), revision })), ...rest }
}
