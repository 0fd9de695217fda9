import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Disconnects a language model; what it cost stays on record. */
export const removeProvider: Handle<'removeProvider'> = async ({ providerId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    const { kind, name } = await createProviderQueries(tx, context.tenantId).remove(providerId)
    await context.note(tx, { action: 'remove-provider', subject: `provider:${providerId}`, detail: { kind, name } })
  })
  deskOf(context).circuits.forget(providerId)
  return {}
}
