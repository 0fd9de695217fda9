import type { Handle } from '#context.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentStored } from '#store/present.ts'

/** Approves a piece of knowledge, or rejects it so that it is never said. */
export const approveItem: Handle<'approveItem'> = async ({ itemId, approved }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const items = createItemQueries(tx, context.tenantId)
    const before = await items.get(itemId)
    const after = await items.update(itemId, {
      state: approved ? 'approved' : 'rejected',
      revision: await createBaseQueries(tx, context.tenantId).nextRevision(before.base_id),
      updated_at: context.clock.now(),
    })
    await askForVectors(tx, context, before.base_id)
    if (!approved) await createConflictQueries(tx, context.tenantId).dropOver(before.base_id)
    await context.note(tx, {
      action: approved ? 'approve-item' : 'reject-item',
      subject: `item:${itemId}`,
      detail: { baseId: before.base_id, title: before.title },
    })
    return presentStored(after)
  })
