import { newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Connects a language model; its key is sealed before it is stored. */
export const addProvider: Handle<'addProvider'> = async ({ kind, name, baseUrl, model, key, enabled }, context) => {
  const { caller, clock, db, tenantId, vault } = context
  const row = await db.inTenant(caller, async (tx) => {
    const made = await createProviderQueries(tx, tenantId).insert({
      id: newId(),
      kind,
      name,
      base_url: baseUrl,
      model,
      sealed_key: key ? vault.seal(tenantId, key) : null,
      enabled,
      last_error: null,
      failed_at: null,
      created_at: clock.now(),
    })
    await context.note(tx, { action: 'add-provider', subject: `provider:${made.id}`, detail: { name, baseUrl, model, enabled } })
    return made
  })
  return presentProvider(row)
}
