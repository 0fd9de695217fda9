import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { readIdCursor } from '#store/id-cursor.ts'
import { createPageQueries } from '#store/page-queries.ts'
import { presentPage } from '#store/present.ts'
import { createSourceQueries } from '#store/source-queries.ts'

/** Lists the pages of a source in the order they were found. */
export const listPages: Handle<'listPages'> = async ({ sourceId, limit, cursor }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    await createSourceQueries(tx, context.tenantId).get(sourceId)
    const rows = await createPageQueries(tx, context.tenantId).listAfter(sourceId, readIdCursor(cursor), limit + 1)
    return page(rows.map(presentPage), limit, (it) => [it.id])
  })
