import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { isWithin } from '#domain/is-within.ts'
import { createBrandQueries } from '#store/brand-queries.ts'
import { createFaceQueries, showBrand } from '#store/face-queries.ts'

/** Sets where the brand is worn before anybody has signed in: a domain the organisation has proven, or one below it, that nobody else wears. */
export const setBrandDomain: Handle<'setBrandDomain'> = async ({ domain }, context) => {
  const { caller, db, tenantId } = context
  return db
    .inTenant(caller, async (tx) => {
      const queries = createBrandQueries(tx, tenantId)
      await queries.lock()
      if (domain !== null) {
        const { domains } = await createFaceQueries(tx, tenantId).where()
        if (!isWithin(domain, domains)) throw new Fault('workspace.domain_not_yours', { domain })
        if ((await queries.read()).brand.name === null) throw new Fault('workspace.brand_unnamed')
      }
      await context.note(tx, { action: 'set-brand-domain', subject: `brand:${tenantId}`, detail: { domain } })
      return showBrand(context, tx, domain)
    })
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '23505') throw new Fault('workspace.domain_taken', { domain }, { cause: error })
      throw error
    })
}
