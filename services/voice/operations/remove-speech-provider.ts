import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Disconnects a vendor of speech; who speaks with its voices does so with the usual one. */
export const removeSpeechProvider: Handle<'removeSpeechProvider'> = async ({ providerId }, context) => {
  const { caller, db, tenantId } = context
  await db.inTenant(caller, async (tx) => {
    const { kind, name } = await createProviderQueries(tx, tenantId).remove(providerId)
    await context.note(tx, { action: 'remove-speech-provider', subject: `speech-provider:${providerId}`, detail: { kind, name } })
  })
  await deskOf(context).changed(tenantId)
  return {}
}
