import { PortFault } from '@myna/ports/fault'
import type { LanguageModel } from '@myna/ports/language-model'
import type { Context } from '#context.ts'
import type { ProviderRow } from '#store/present.ts'

/** A connection to a language model with its key opened. Throws a `PortFault` when the key can no longer be read. */
export function modelOf(row: ProviderRow, context: Pick<Context, 'ports' | 'tenantId' | 'vault'>): LanguageModel {
  return context.ports.makeLanguageModel({ kind: row.kind, name: row.name, baseUrl: row.base_url, model: row.model, key: keyOf(row, context) })
}

function keyOf({ sealed_key: sealed }: ProviderRow, { tenantId, vault }: Pick<Context, 'tenantId' | 'vault'>): string | undefined {
  if (sealed === null) return undefined
  try {
    return vault.open(tenantId, sealed)
  } catch {
    throw new PortFault('The key of this provider can no longer be read. Enter it again.', { retryable: false, status: 401 })
  }
}
