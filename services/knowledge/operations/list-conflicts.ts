import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { readIdCursor } from '#store/id-cursor.ts'
import { presentConflict } from '#store/present.ts'

/** Lists items that contradict each other, settled conflicts included. */
export const listConflicts: Handle<'listConflicts'> = async ({ baseId, limit, cursor }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    await createBaseQueries(tx, context.tenantId).get(baseId)
    const conflicts = createConflictQueries(tx, context.tenantId)
    const rows = await conflicts.listAfter(baseId, readIdCursor(cursor), limit + 1)
    const items = await conflicts.itemsOf(rows.map((row) => row.id))
    return page(
      rows.map((row) => presentConflict(row, items.get(row.id) ?? [])),
      limit,
      (it) => [it.id],
    )
  })
