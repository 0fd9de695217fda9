import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { presentBase } from '#store/present.ts'

/** Reads a base with its counts. */
export const getBase: Handle<'getBase'> = async ({ baseId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const bases = createBaseQueries(tx, context.tenantId)
    const row = await bases.get(baseId)
    return presentBase(row, await bases.countItems(baseId), await bases.countOpenConflicts(baseId))
  })
