import { newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { presentBase } from '#store/present.ts'

/** Creates an empty knowledge base. */
export const createBase: Handle<'createBase'> = async ({ name }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const row = await createBaseQueries(tx, context.tenantId).insert({ id: newId(), name, created_at: context.clock.now() })
    await context.note(tx, { action: 'create-base', subject: `base:${row.id}`, detail: { name } })
    return presentBase(row, {}, 0)
  })
