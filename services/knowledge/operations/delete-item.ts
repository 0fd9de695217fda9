import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'

/** Deletes a piece of knowledge. What a page still says is found again by the next reading; a rejected item is not. */
export const deleteItem: Handle<'deleteItem'> = async ({ itemId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const items = createItemQueries(tx, context.tenantId)
    const { base_id: baseId, title } = await items.get(itemId)
    await items.deleteAll([itemId])
    await createBaseQueries(tx, context.tenantId).nextRevision(baseId)
    await createConflictQueries(tx, context.tenantId).dropOver(baseId)
    await context.note(tx, { action: 'delete-item', subject: `item:${itemId}`, detail: { baseId, title } })
    return {}
  })
