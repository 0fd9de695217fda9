import { page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { presentProvider } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Lists language models, the first connected first. */
export const listProviders: Handle<'listProviders'> = async ({ limit, cursor }, { caller, db, tenantId }) => {
  const after = cursor === undefined ? undefined : String(readCursor(cursor)[0])
  const rows = await db.inTenant(caller, (tx) => createProviderQueries(tx, tenantId).listAfter(after, limit + 1))
  return page(rows.map(presentProvider), limit, (it) => [it.id])
}
