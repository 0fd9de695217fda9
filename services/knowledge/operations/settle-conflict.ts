import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentConflict } from '#store/present.ts'

/** Settles a conflict: one item is approved, the others are rejected. */
export const settleConflict: Handle<'settleConflict'> = async ({ conflictId, keepItemId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const conflicts = createConflictQueries(tx, context.tenantId)
    const items = createItemQueries(tx, context.tenantId)
    const conflict = await conflicts.get(conflictId)
    const members = (await conflicts.itemsOf([conflictId])).get(conflictId) ?? []
    const kept = members.find((it) => it.id === keepItemId)
    if (!kept) throw new Fault('knowledge.item_not_found', { conflictId, keepItemId })
    const change = { revision: await createBaseQueries(tx, context.tenantId).nextRevision(conflict.base_id), updated_at: context.clock.now() }
    await items.updateAll([keepItemId], { state: kept.state === 'edited' ? 'edited' : 'approved', ...change })
    await items.updateAll(
      members.filter((it) => it.id !== keepItemId).map((it) => it.id),
      { state: 'rejected', ...change },
    )
    await askForVectors(tx, context, conflict.base_id)
    await conflicts.settle(conflictId)
    await conflicts.dropOver(conflict.base_id)
    await context.note(tx, {
      action: 'settle-conflict',
      subject: `conflict:${conflictId}`,
      detail: { baseId: conflict.base_id, label: conflict.label, keepItemId },
    })
    return presentConflict({ ...conflict, settled: true }, (await conflicts.itemsOf([conflictId])).get(conflictId) ?? [])
  })
