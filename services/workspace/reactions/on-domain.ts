import { identityEvents } from '@myna/contracts/identity-events'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { isWithin } from '#domain/is-within.ts'
import { createFaceQueries, showBrand } from '#store/face-queries.ts'

/** Remembers that a domain is the organisation's; its brand may be worn there. */
export const onDomainVerified = reaction(identityEvents.domainVerified, async ({ domain }, { db, caller, tenantId }: Context) => {
  await db.inTenant(caller, (tx) => createFaceQueries(tx, tenantId).noteProven(domain))
})

/** A brand is worn no longer at a domain that was given up, or below it. */
export const onDomainReleased = reaction(identityEvents.domainReleased, async ({ domain }, context: Context) => {
  const { db, caller, tenantId } = context
  await db.inTenant(caller, async (tx) => {
    const queries = createFaceQueries(tx, tenantId)
    await queries.noteReleased(domain)
    const { domain: worn, domains } = await queries.where()
    if (worn !== null && !isWithin(worn, domains)) await showBrand(context, tx, null)
  })
})
