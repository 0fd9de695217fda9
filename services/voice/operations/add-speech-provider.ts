import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { hostOf } from '#dispatch/host-of.ts'
import { mayLackAddress, mayLackKey, mayListen } from '#domain/may-lack.ts'
import { changedSecrets, splitOptions } from '#domain/vendor-options.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Connects a vendor of speech, tried last; its key and other secrets are sealed before they are stored. */
export const addSpeechProvider: Handle<'addSpeechProvider'> = async (input, context) => {
  const { kind, name, speaks, key, baseUrl, model, enabled } = input
  const { caller, clock, db, tenantId, vault } = context
  if (!key && !mayLackKey({ kind, baseUrl })) throw new Fault('voice.key_needed')
  if (baseUrl === null && !mayLackAddress({ kind, baseUrl })) throw new Fault('voice.address_needed')
  const listens = input.listens && mayListen({ kind })
  const { shown, secret } = splitOptions(input.options)
  const hidden = changedSecrets({}, secret)
  const row = await db.inTenant(caller, async (tx) => {
    const made = await createProviderQueries(tx, tenantId).insert({
      id: newId(),
      kind,
      name,
      speaks,
      listens,
      sealed_key: key ? vault.seal(tenantId, key) : null,
      base_url: baseUrl,
      model,
      options: JSON.stringify(shown),
      sealed_options: Object.keys(hidden).length > 0 ? vault.seal(tenantId, JSON.stringify(hidden)) : null,
      enabled,
      last_error: null,
      last_error_at: null,
      created_at: clock.now(),
    })
    await context.note(tx, {
      action: 'add-speech-provider',
      subject: `speech-provider:${made.id}`,
      detail: { kind, name, host: hostOf(baseUrl), model, speaks, listens, enabled, options: Object.keys(input.options) },
    })
    return made
  })
  await deskOf(context).changed(tenantId)
  return presentProvider(row)
}
