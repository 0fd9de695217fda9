import { page, readNumberCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCreationQueries } from '#store/creation-queries.ts'

/** Lists what was said while an agent was built, newest first. */
export const listCreationSentences: Handle<'listCreationSentences'> = async ({ creationId, limit, cursor }, { db, caller, tenantId }) => {
  const before = readNumberCursor(cursor)
  const rows = await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    await queries.find(creationId)
    return queries.listEventsBefore(creationId, before, limit + 1)
  })
  return page(
    rows.map(({ sequence, event: { at, step, sentence } }) => ({ number: sequence, at, step, sentence })),
    limit,
    (it) => [it.number],
  )
}
