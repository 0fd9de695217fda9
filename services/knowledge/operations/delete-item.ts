import type { Handle } from '#context.ts'
import { forgetAt, forgottenBefore } from '#domain/removal.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { createRemovedQueries } from '#store/removed-queries.ts'

/**
 * Deletes a piece of knowledge; for a day it can be restored. What a page still says is found again by the next reading; a rejected item is not. One that is
 * deleted already stays so.
 */
export const deleteItem: Handle<'deleteItem'> = async ({ itemId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const items = createItemQueries(tx, context.tenantId)
    const removed = createRemovedQueries(tx)
    const bases = createBaseQueries(tx, context.tenantId)
    const conflicts = createConflictQueries(tx, context.tenantId)
    const now = context.clock.now()
    if (await removed.get(itemId, forgottenBefore(now))) return {}
    const { base_id: baseId } = await items.get(itemId)
    await bases.hold(baseId)
    const settledIn = await conflicts.settledWith(itemId)
    const item = await items.take(itemId)
    // Somebody else deleted it while the base was waited for.
    if (!item) return {}
    await removed.put(item, { removed_at: now, settled_in: settledIn })
    await bases.nextRevision(baseId)
    await conflicts.dropOver(baseId)
    const startAfter = forgetAt(now)
    await context.jobs.send(tx, 'forgetRemoved', { baseId }, { singletonKey: `${baseId}:${startAfter.getTime()}`, startAfter })
    await context.note(tx, { action: 'delete-item', subject: `item:${itemId}`, detail: { baseId, title: item.title } })
    return {}
  })
