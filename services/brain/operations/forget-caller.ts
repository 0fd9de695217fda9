import type { Handle } from '#context.ts'
import { createCallerQueries } from '#store/caller-queries.ts'

/** Forgets a caller: memory goes, and past conversations are no longer tied to them. */
export const forgetCaller: Handle<'forgetCaller'> = async ({ callerId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    await createCallerQueries(tx, context.tenantId).forget(callerId)
    await context.note(tx, { action: 'forget-caller', subject: `remembered:${callerId}`, detail: {} })
  })
  return {}
}
