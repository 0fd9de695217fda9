import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { hostOf } from '#dispatch/host-of.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Connects a language model, asked last; its key is sealed before it is stored. */
export const addProvider: Handle<'addProvider'> = async (input, context) => {
  const { kind, name, baseUrl, model, key, enabled, inputPrice, outputPrice, monthlyBudget } = input
  const { caller, clock, db, tenantId, vault } = context
  if (kind === 'openai-compatible' && baseUrl === null) throw new Fault('brain.address_needed')
  if (kind !== 'openai-compatible' && !key) throw new Fault('brain.key_needed')
  const now = clock.now()
  const row = await db.inTenant(caller, async (tx) => {
    const made = await createProviderQueries(tx, tenantId).insert({
      id: newId(),
      kind,
      name,
      base_url: baseUrl,
      model,
      sealed_key: key ? vault.seal(tenantId, key) : null,
      enabled,
      input_price: inputPrice,
      output_price: outputPrice,
      monthly_budget: monthlyBudget,
      last_error: null,
      failed_at: null,
      created_at: now,
    })
    await context.note(tx, {
      action: 'add-provider',
      subject: `provider:${made.id}`,
      detail: { kind, name, host: hostOf(baseUrl), model, enabled, monthlyBudget },
    })
    return made
  })
  return presentProvider(row, 0, now)
}
