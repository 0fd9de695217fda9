import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Puts the vendors of speech of an organisation into an order. All must be named: one added meanwhile has no place in it. */
export const orderSpeechProviders: Handle<'orderSpeechProviders'> = async ({ providerIds }, context) => {
  const { caller, db, tenantId } = context
  const rows = await db.inTenant(caller, async (tx) => {
    const queries = createProviderQueries(tx, tenantId)
    const known = new Map((await queries.listForOrder()).map((row) => [row.id, row]))
    for (const providerId of providerIds) if (!known.has(providerId)) throw new Fault('voice.provider_not_found', { providerId })
    if (new Set(providerIds).size !== providerIds.length || providerIds.length !== known.size)
      throw new Fault('workspace.changed_meanwhile', { known: known.size })
    const ordered = []
    for (const [position, id] of providerIds.entries())
      ordered.push(known.get(id)?.position === position ? known.get(id)! : await queries.update(id, { position }))
    await context.note(tx, { action: 'order-speech-providers', subject: `tenant:${tenantId}`, detail: { providerIds } })
    return ordered
  })
  await deskOf(context).changed(tenantId)
  return { items: rows.map(presentProvider) }
}
