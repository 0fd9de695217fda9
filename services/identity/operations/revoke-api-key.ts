import { Fault } from '@myna/kernel'
import { identityEvents } from '@myna/contracts/identity-events'
import type { Handle } from '#context.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'

/** Revokes a key. */
export const revokeApiKey: Handle<'revokeApiKey'> = async ({ keyId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    if (!(await createApiKeyQueries(tx, context.tenantId).remove(keyId))) throw new Fault('identity.key_not_found', { keyId })
    await context.tell(tx, identityEvents.sessionsRevoked, { userId: null, keyId })
    await context.note(tx, { action: 'revoke-api-key', subject: `key:${keyId}` })
  })
  return {}
}
