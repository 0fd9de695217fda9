import { checkRevision } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { writtenLanguage } from '#domain/written-language.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentStored } from '#store/present.ts'

/** Changes a piece of knowledge; the words it came from are kept. */
export const editItem: Handle<'editItem'> = async ({ itemId, revision, ...changes }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const items = createItemQueries(tx, context.tenantId)
    const bases = createBaseQueries(tx, context.tenantId)
    const { base_id: baseId } = await items.get(itemId)
    // The base before the item, as in a reading, or the two would wait for each other.
    await bases.hold(baseId)
    const before = await items.get(itemId)
    checkRevision(revision, before.revision)
    const changed = { category: changes.category ?? before.category, title: changes.title ?? before.title, text: changes.text ?? before.text }
    const same = changed.category === before.category && changed.title === before.title && changed.text === before.text
    if (same) return presentStored(before)
    const after = await items.update(itemId, {
      ...changed,
      language: changed.text === before.text ? before.language : writtenLanguage(`${changed.title} ${changed.text}`),
      state: before.state === 'written' ? 'written' : 'edited',
      revision: await bases.nextRevision(baseId),
      updated_at: context.clock.now(),
    })
    await askForVectors(tx, context, baseId)
    await context.note(tx, { action: 'edit-item', subject: `item:${itemId}`, detail: { baseId, changed: Object.keys(changes) } })
    return presentStored(after)
  })
