import { PortFault } from '@myna/ports/fault'
import type { LanguageModel } from '@myna/ports/language-model'
import type { Context } from '#context.ts'
import type { ProviderRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** How long a model that failed is left alone, so that callers do not wait for it one after the other. */
const restMs = 30_000

/** A connection to a language model with its key opened. */
export function modelOf(row: ProviderRow, context: Pick<Context, 'ports' | 'tenantId' | 'vault'>): LanguageModel {
  const key = row.sealed_key === null ? undefined : context.vault.open(context.tenantId, row.sealed_key)
  return context.ports.makeLanguageModel({ kind: row.kind, name: row.name, baseUrl: row.base_url, model: row.model, key })
}

/** The first model that is not resting after a failure. */
export function readyProvider(rows: readonly ProviderRow[], now: Date): ProviderRow | undefined {
  return rows.find((row) => row.failed_at === null || now.getTime() - row.failed_at.getTime() > restMs)
}

/** What went wrong, as a sentence for the organisation's admins; never holds a key. */
export function sentenceOfTrouble(error: unknown): string {
  if (error instanceof PortFault) return error.message.slice(0, 300)
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return 'The language model did not answer in time.'
  return 'The language model could not be reached.'
}

/** Keeps how the last use of a model went: `null` for well, else what went wrong. Writes only when that is news. */
export async function noteHealth(context: Context, row: ProviderRow, trouble: string | null): Promise<void> {
  if (trouble === null && row.health === 'well') return
  const change =
    trouble === null
      ? { health: 'well' as const, last_error: null, failed_at: null }
      : { health: 'failing' as const, last_error: trouble, failed_at: context.clock.now() }
  await context.db.inTenant(context.caller, (tx) => createProviderQueries(tx, context.tenantId).update(row.id, change))
}
