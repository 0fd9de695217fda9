import { checkRevision, Fault } from '@myna/kernel'
import type { Updateable } from 'kysely'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { hostOf } from '#dispatch/host-of.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import type { ProviderTable } from '#store/tables.ts'

/** Changes a language model; an empty key takes the key away. What is known of its health is forgotten when address, model or key change. */
export const updateProvider: Handle<'updateProvider'> = async (input, context) => {
  const { providerId, name, baseUrl, model, key, enabled, inputPrice, outputPrice, monthlyBudget } = input
  const { caller, clock, db, tenantId, vault } = context
  const isAnother = baseUrl !== undefined || model !== undefined || key !== undefined
  const change: Updateable<ProviderTable> = {
    ...(name === undefined ? {} : { name }),
    ...(baseUrl === undefined ? {} : { base_url: baseUrl }),
    ...(model === undefined ? {} : { model }),
    ...(key === undefined ? {} : { sealed_key: key === '' ? null : vault.seal(tenantId, key) }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(inputPrice === undefined ? {} : { input_price: inputPrice }),
    ...(outputPrice === undefined ? {} : { output_price: outputPrice }),
    ...(monthlyBudget === undefined ? {} : { monthly_budget: monthlyBudget }),
    ...(isAnother ? { health: 'unknown', failures: 0, last_error: null, failed_at: null } : {}),
  }
  const desk = deskOf(context)
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createProviderQueries(tx, tenantId)
    const before = await queries.get(providerId, 'to-change')
    checkRevision(input.revision, before.revision)
    if (before.kind === 'openai-compatible' && baseUrl === null) throw new Fault('brain.address_needed')
    if (Object.keys(change).length === 0) return before
    const changed = await queries.update(providerId, { ...change, revision: before.revision + 1 })
    const address = baseUrl === undefined ? {} : { host: hostOf(baseUrl) }
    const detail = { name, ...address, model, enabled, inputPrice, outputPrice, monthlyBudget, keyChanged: key !== undefined }
    await context.note(tx, { action: 'update-provider', subject: `provider:${providerId}`, detail })
    return changed
  })
  if (isAnother) desk.circuits.forget(providerId)
  return presentProvider(row, (await desk.spentOf(tenantId)).get(providerId) ?? 0, clock.now())
}
