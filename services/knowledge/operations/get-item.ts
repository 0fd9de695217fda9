import type { Handle } from '#context.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentStored } from '#store/present.ts'

/** Reads one piece of knowledge. */
export const getItem: Handle<'getItem'> = async ({ itemId }, context) =>
  context.db.inTenant(context.caller, async (tx) => presentStored(await createItemQueries(tx, context.tenantId).get(itemId)))
