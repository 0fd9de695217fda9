import { PortFault } from '@myna/ports/fault'
import type { SpeechVendorSettings } from '@myna/ports/speech-vendor'
import type { Context } from '#context.ts'
import type { SpeechProviderRow } from '#store/present.ts'

/** What an engine is for. */
export type Trade = 'speech' | 'recognition'
type Given = Pick<Context, 'tenantId' | 'vault'>

/**
 * Settings of a vendor for one trade, its secrets opened. Address and model are those of speaking where it speaks, for no vendor speaks and listens by the same model, and Google
 * does both at different addresses; the options `recognitionUrl` and `recognitionModel` name those of listening. Throws a `PortFault` when a secret can no longer be read.
 */
export function settingsOf(row: SpeechProviderRow, trade: Trade, context: Given): SpeechVendorSettings {
  const { recognitionUrl = null, recognitionModel = null, ...options } = { ...row.options, ...secretOptionsOf(row, context) }
  const settings = { kind: row.kind, name: row.name, key: open(row.sealed_key, context), options }
  if (trade === 'speech') return { ...settings, baseUrl: row.base_url, model: row.model }
  const isOther = row.speaks && row.kind === 'google'
  return { ...settings, baseUrl: recognitionUrl ?? (isOther ? null : row.base_url), model: recognitionModel ?? (row.speaks ? null : row.model) }
}

/** Options that are kept sealed, by name. Throws a `PortFault` when they can no longer be read. */
export function secretOptionsOf({ sealed_options: sealed }: SpeechProviderRow, context: Given): Record<string, string> {
  const opened = open(sealed, context)
  return opened === undefined ? {} : (JSON.parse(opened) as Record<string, string>)
}

function open(sealed: string | null, { tenantId, vault }: Given): string | undefined {
  if (sealed === null) return undefined
  try {
    return vault.open(tenantId, sealed)
  } catch {
    throw new PortFault('The key of this provider can no longer be read. Enter it again.', { retryable: false, status: 401 })
  }
}
