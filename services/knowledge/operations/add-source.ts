import { Fault, newId } from '@myna/kernel'
import { WebFault } from '@myna/ports/web'
import type { Context, Handle } from '#context.ts'
import { siteAddress } from '#domain/site-address.ts'
import { urlKey } from '#domain/url-key.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { presentSource } from '#store/present.ts'
import { createSourceQueries } from '#store/source-queries.ts'

/** Adds a website to read. `example.com` is taken for `https://example.com`. */
export const addSource: Handle<'addSource'> = async ({ baseId, url: written }, context) => {
  const url = siteAddress(written)
  if (!url) throw new Fault('knowledge.address_unusable', { written })
  await context.db.inTenant(context.caller, (tx) => createBaseQueries(tx, context.tenantId).get(baseId))
  await refuseUnfitAddress(url, context)
  return context.db.inTenant(context.caller, async (tx) => {
    await createBaseQueries(tx, context.tenantId).get(baseId)
    const now = context.clock.now()
    const row = await createSourceQueries(tx, context.tenantId).insertUnlessTaken({ id: newId(), base_id: baseId, url, url_key: urlKey(url), created_at: now })
    if (!row) throw new Fault('knowledge.source_taken', { baseId, url })
    await context.note(tx, { action: 'add-source', subject: `source:${row.id}`, detail: { baseId, url } })
    return presentSource(row, now)
  })
}

/** A name that cannot be found now may be found later, so only the reading itself calls a site unreachable. */
async function refuseUnfitAddress(url: string, context: Context): Promise<void> {
  try {
    await context.ports.web.check(url)
  } catch (error) {
    if (!(error instanceof WebFault)) throw error
    if (error.trouble === 'private_address') throw new Fault('knowledge.address_private', { url }, { cause: error })
    if (error.trouble === 'bad_address') throw new Fault('knowledge.address_unusable', { url }, { cause: error })
  }
}
