import { checkRevision, Fault } from '@myna/kernel'
import type { Updateable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { hostOf } from '#dispatch/host-of.ts'
import { secretOptionsOf } from '#dispatch/vendor-settings.ts'
import { mayLackAddress, mayLackKey, mayListen } from '#domain/may-lack.ts'
import { changedSecrets, splitOptions } from '#domain/vendor-options.ts'
import { presentProvider, type SpeechProviderRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import type { SpeechProviderTable } from '#store/tables.ts'

/** Changes a vendor of speech; an empty key takes the key away. Options that are not shown stay unless they are named; what went wrong before is forgotten when it is another connection. */
export const updateSpeechProvider: Handle<'updateSpeechProvider'> = async (input, context) => {
  const { providerId, name, speaks, key, baseUrl, model, options, enabled } = input
  const { caller, db, tenantId, vault } = context
  const isAnother = [speaks, input.listens, key, baseUrl, model, options].some((it) => it !== undefined)
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createProviderQueries(tx, tenantId)
    const before = await queries.get(providerId, 'to-change')
    checkRevision(input.revision, before.edition)
    const listens = input.listens === undefined ? undefined : input.listens && mayListen(before)
    const change: Updateable<SpeechProviderTable> = {
      ...(name === undefined ? {} : { name }),
      ...(speaks === undefined ? {} : { speaks }),
      ...(listens === undefined ? {} : { listens }),
      ...(key === undefined ? {} : { sealed_key: key === '' ? null : vault.seal(tenantId, key) }),
      ...(baseUrl === undefined ? {} : { base_url: baseUrl }),
      ...(model === undefined ? {} : { model }),
      ...(options === undefined ? {} : changedOptions(before, options, context)),
      ...(enabled === undefined ? {} : { enabled }),
      ...(isAnother ? { last_error: null, last_error_at: null } : {}),
    }
    if (Object.keys(change).length === 0) return before
    const after = { kind: before.kind, baseUrl: baseUrl === undefined ? before.base_url : baseUrl }
    const hasKey = key === undefined ? before.sealed_key !== null : key !== ''
    if (!hasKey && !mayLackKey(after)) throw new Fault('voice.key_needed')
    if (after.baseUrl === null && !mayLackAddress(after)) throw new Fault('voice.address_needed')
    const changed = await queries.update(providerId, { ...change, edition: before.edition + 1 }, isAnother)
    const address = baseUrl === undefined ? {} : { host: hostOf(baseUrl) }
    const named = options === undefined ? {} : { options: Object.keys(options) }
    const detail = { name, ...address, model, speaks, listens, enabled, ...named, keyChanged: key !== undefined }
    await context.note(tx, { action: 'update-speech-provider', subject: `speech-provider:${providerId}`, detail })
    return changed
  })
  await deskOf(context).changed(tenantId)
  return presentProvider(row)
}

function changedOptions(before: SpeechProviderRow, options: Record<string, string>, context: Context): Updateable<SpeechProviderTable> {
  const { shown, secret } = splitOptions(options)
  const hidden = changedSecrets(legible(before, context), secret)
  const sealed = Object.keys(hidden).length > 0 ? context.vault.seal(context.tenantId, JSON.stringify(hidden)) : null
  return { options: JSON.stringify(shown), sealed_options: sealed }
}

/** Secrets that can no longer be read are lost, and must not keep anybody from entering new ones. */
function legible(before: SpeechProviderRow, context: Context): Record<string, string> {
  try {
    return secretOptionsOf(before, context)
  } catch {
    return {}
  }
}
