import type { Handle } from '#context.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentItem } from '#store/present.ts'

/** Reads one piece of knowledge. */
export const getItem: Handle<'getItem'> = async ({ itemId }, context) =>
  context.db.inTenant(context.caller, async (tx) => presentItem(await createItemQueries(tx, context.tenantId).get(itemId)))
