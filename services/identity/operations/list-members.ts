import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { idIn } from '#store/id-cursor.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { presentMember } from '#store/present.ts'

/** Members in the order they joined; `q` is looked for in names and addresses. */
export const listMembers: Handle<'listMembers'> = async ({ limit, cursor, q, role, active }, context) => {
  const directory = await directoryOf(context)
  const rows = await createMemberQueries(directory.read).list(context.tenantId, { limit, after: idIn(cursor), q, role, active })
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  return { items: items.map(presentMember), ...rest }
}
