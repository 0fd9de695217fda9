import type { Handle } from '#context.ts'
import { forgottenBefore } from '#domain/removal.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { compareFacts } from '#store/compare-facts.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentStored } from '#store/present.ts'
import { createRemovedQueries } from '#store/removed-queries.ts'

/** Brings a deleted piece of knowledge back as it was, in place of what a reading found again meanwhile. One that is not deleted stays as it is. */
export const restoreItem: Handle<'restoreItem'> = async ({ itemId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const items = createItemQueries(tx, context.tenantId)
    const removed = createRemovedQueries(tx)
    const bases = createBaseQueries(tx, context.tenantId)
    const conflicts = createConflictQueries(tx, context.tenantId)
    const now = context.clock.now()
    const seen = await removed.get(itemId, forgottenBefore(now))
    if (!seen) return presentStored(await items.get(itemId))
    const { base_id: baseId } = seen
    await bases.hold(baseId)
    const row = await removed.get(itemId, forgottenBefore(now))
    // Somebody else restored it while the base was waited for.
    if (!row) return presentStored(await items.get(itemId))
    const twin = await removed.foundAgain(row)
    if (twin !== undefined) await items.deleteAll([twin])
    const item = await removed.putBack(row)
    await conflicts.rejoin(itemId, row.settled_in)
    await bases.nextRevision(baseId)
    if (item.kind === 'fact') await compareFacts(tx, context.tenantId, { baseId, now })
    await askForVectors(tx, context, baseId)
    await context.note(tx, {
      action: 'restore-item',
      subject: `item:${itemId}`,
      detail: { baseId, title: item.title, ...(twin === undefined ? {} : { inPlaceOf: twin }) },
    })
    return presentStored(item)
  })
