import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { makeApiKey } from '#domain/api-key.ts'
import { allScopes, missingScopes } from '#domain/scopes.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'
import { refuseImpersonator } from '#store/person.ts'
import { personBehind } from '#store/person-behind.ts'
import { presentApiKey } from '#store/present.ts'

const dayMs = 24 * 3_600_000

/** Makes a key with no more rights than its maker has. A key made by a key belongs to the person behind both. */
export const createApiKey: Handle<'createApiKey'> = async (input, context) => {
  const scopes = [...new Set(input.scopes)].sort()
  const unknown = scopes.find((it) => !allScopes.includes(it))
  if (unknown !== undefined) throw new Fault('request.invalid', {}, { fields: [{ field: 'scopes', problem: `There is no scope ${unknown}.` }] })
  const missing = missingScopes(scopes, context.caller.scopes)
  if (missing.length > 0) throw new Fault('identity.above_your_role', { missing })
  refuseImpersonator(context)
  const { tenantId, caller } = context
  const userId = await personBehind(context)
  const { key, hash, start } = makeApiKey(tenantId)
  const now = context.clock.now()
  const row = {
    tenant_id: tenantId,
    id: newId(),
    name: input.name,
    start,
    hash,
    scopes,
    user_id: userId,
    created_by: caller.name ?? caller.subject,
    last_used_at: null,
    expires_at: input.expiresInDays === undefined ? null : new Date(now.getTime() + input.expiresInDays * dayMs),
    created_at: now,
  }
  await context.db.inTenant(caller, async (tx) => {
    await createApiKeyQueries(tx, tenantId).add(row)
    await context.note(tx, { action: 'create-api-key', subject: `key:${row.id}`, detail: { name: row.name, scopes } })
  })
  return { key, apiKey: presentApiKey(row) }
}
