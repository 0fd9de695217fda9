import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { readIdCursor } from '#store/id-cursor.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentStored } from '#store/present.ts'

/** Lists knowledge in the order it was found. */
export const listItems: Handle<'listItems'> = async ({ baseId, limit, cursor, ...filter }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    await createBaseQueries(tx, context.tenantId).get(baseId)
    const rows = await createItemQueries(tx, context.tenantId).listAfter(baseId, filter, readIdCursor(cursor), limit + 1)
    return page(rows.map(presentStored), limit, (it) => [it.id])
  })
