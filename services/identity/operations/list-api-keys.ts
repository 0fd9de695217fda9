import { page } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'
import { idIn } from '#store/id-cursor.ts'
import { presentApiKey } from '#store/present.ts'

/** API keys, newest first, without their secrets. */
export const listApiKeys: Handle<'listApiKeys'> = async ({ limit, cursor }, context) => {
  const before = idIn(cursor)
  const rows = await context.db.inTenant(context.caller, (tx) => createApiKeyQueries(tx, context.tenantId).list(limit, before))
  const { items, ...rest } = page(rows, limit, (it) => [it.id])
  return { items: items.map(presentApiKey), ...rest }
}
