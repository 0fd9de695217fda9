import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'

/** Deletes a base and all it holds. */
export const deleteBase: Handle<'deleteBase'> = async ({ baseId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const bases = createBaseQueries(tx, context.tenantId)
    const { name } = await bases.get(baseId)
    await bases.delete(baseId)
    await context.note(tx, { action: 'delete-base', subject: `base:${baseId}`, detail: { name } })
    return {}
  })
