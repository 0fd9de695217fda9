import type { Handle } from '#context.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Disconnects a language model. */
export const removeProvider: Handle<'removeProvider'> = async ({ providerId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    const { name } = await createProviderQueries(tx, context.tenantId).remove(providerId)
    await context.note(tx, { action: 'remove-provider', subject: `provider:${providerId}`, detail: { name } })
  })
  return {}
}
