import type { Context } from '#context.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'

/** The person behind an act: who asks, or who made the key that asks; null for the operator and services. */
export async function personBehind(context: Context): Promise<string | null> {
  const [kind, id] = context.caller.subject.split(':', 2)
  if (kind === 'user' && id) return id
  if (kind !== 'key' || !id) return null
  const key = await context.db.inTenant(context.caller, (tx) => createApiKeyQueries(tx, context.tenantId).byId(id))
  return key?.user_id ?? null
}
