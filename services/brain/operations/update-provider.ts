import type { Updateable } from 'kysely'
import type { Handle } from '#context.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import type { ProviderTable } from '#store/tables.ts'

/** Changes a language model; an empty key takes the key away. What is known of its health is forgotten when address, model or key change. */
export const updateProvider: Handle<'updateProvider'> = async ({ providerId, name, baseUrl, model, key, enabled }, context) => {
  const { caller, db, tenantId, vault } = context
  const change: Updateable<ProviderTable> = {
    ...(name === undefined ? {} : { name }),
    ...(baseUrl === undefined ? {} : { base_url: baseUrl }),
    ...(model === undefined ? {} : { model }),
    ...(key === undefined ? {} : { sealed_key: key === '' ? null : vault.seal(tenantId, key) }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(baseUrl === undefined && model === undefined && key === undefined ? {} : { health: 'unknown', last_error: null, failed_at: null }),
  }
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createProviderQueries(tx, tenantId)
    const changed = Object.keys(change).length > 0 ? await queries.update(providerId, change) : await queries.get(providerId)
    await context.note(tx, {
      action: 'update-provider',
      subject: `provider:${providerId}`,
      detail: { name, baseUrl, model, enabled, keyChanged: key !== undefined },
    })
    return changed
  })
  return presentProvider(row)
}
