import { newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { writtenLanguage } from '#domain/written-language.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentStored } from '#store/present.ts'

/** Writes a piece of knowledge by hand. */
export const addItem: Handle<'addItem'> = async ({ baseId, category, title, text, kind }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const bases = createBaseQueries(tx, context.tenantId)
    const items = createItemQueries(tx, context.tenantId)
    await bases.get(baseId)
    const id = newId()
    const now = context.clock.now()
    await items.insertMany([
      {
        id,
        base_id: baseId,
        source_id: null,
        page_id: null,
        category,
        title,
        text,
        kind,
        label: null,
        value: null,
        language: writtenLanguage(`${title} ${text}`),
        url: null,
        quote: null,
        confidence: 1,
        state: 'written',
        fingerprint: null,
        revision: await bases.nextRevision(baseId),
        created_at: now,
        updated_at: now,
      },
    ])
    await askForVectors(tx, context, baseId)
    await context.note(tx, { action: 'add-item', subject: `item:${id}`, detail: { baseId, title } })
    return presentStored(await items.get(id))
  })
