import type { Handle } from '#context.ts'
import { writtenLanguage } from '#domain/written-language.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentItem } from '#store/present.ts'

/** Changes a piece of knowledge; the words it came from are kept. */
export const editItem: Handle<'editItem'> = async ({ itemId, ...changes }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const items = createItemQueries(tx, context.tenantId)
    const before = await items.get(itemId)
    const changed = { category: changes.category ?? before.category, title: changes.title ?? before.title, text: changes.text ?? before.text }
    const same = changed.category === before.category && changed.title === before.title && changed.text === before.text
    if (same) return presentItem(before)
    const after = await items.update(itemId, {
      ...changed,
      language: changed.text === before.text ? before.language : writtenLanguage(`${changed.title} ${changed.text}`),
      state: before.state === 'written' ? 'written' : 'edited',
      revision: await createBaseQueries(tx, context.tenantId).nextRevision(before.base_id),
      updated_at: context.clock.now(),
    })
    await askForVectors(tx, context, before.base_id)
    await context.note(tx, { action: 'edit-item', subject: `item:${itemId}`, detail: { baseId: before.base_id, changed: Object.keys(changes) } })
    return presentItem(after)
  })
