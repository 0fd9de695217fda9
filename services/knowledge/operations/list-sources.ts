import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { readIdCursor } from '#store/id-cursor.ts'
import { presentSource } from '#store/present.ts'
import { createSourceQueries } from '#store/source-queries.ts'

/** Lists the websites of a base, oldest first. */
export const listSources: Handle<'listSources'> = async ({ baseId, limit, cursor }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    await createBaseQueries(tx, context.tenantId).get(baseId)
    const rows = await createSourceQueries(tx, context.tenantId).listAfter(baseId, readIdCursor(cursor), limit + 1)
    const now = context.clock.now()
    return page(
      rows.map((row) => presentSource(row, now)),
      limit,
      (it) => [it.id],
    )
  })
