import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { presentPreset } from '#store/present.ts'
import { createPresetQueries } from '#store/preset-queries.ts'

/** Lists saved voices, oldest first. */
export const listVoicePresets: Handle<'listVoicePresets'> = async ({ limit, cursor }, { caller, db, tenantId }) => {
  const after = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createPresetQueries(tx, tenantId).listAfter(after, limit + 1))
  const { items, next } = page(rows, limit, (it) => [it.id])
  return { items: items.map(presentPreset), ...(next === undefined ? {} : { next }) }
}
