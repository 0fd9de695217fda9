import { checkRevision, Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { checkColours } from '#domain/brand-colours.ts'
import { createBrandQueries } from '#store/brand-queries.ts'
import { showBrand } from '#store/face-queries.ts'

/** Sets name, sender and colours; refuses colours that cannot be read, naming each. */
export const setBrand: Handle<'setBrand'> = async ({ brand, revision }, context) => {
  const { troubles } = brand.colours ? checkColours(brand.colours) : { troubles: [] }
  if (troubles.length > 0) {
    const fields = troubles.map(({ theme, colour, against, ratio, needed, nearest }) => ({
      field: `brand.colours.${theme}.${colour}`,
      problem: `${ratio} to 1 against ${against}; ${needed} is needed. The nearest that passes is ${nearest}.`,
    }))
    throw new Fault('workspace.brand_unreadable', { troubles: troubles.length }, { fields })
  }
  const named = { ...brand, name: brand.name || null, senderName: brand.senderName || null }
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createBrandQueries(tx, context.tenantId)
    await queries.lock()
    const stored = await queries.read()
    checkRevision(revision, stored.revision)
    await queries.writeBrand(named, context.clock.now())
    await context.note(tx, { action: 'set-brand', subject: `brand:${context.tenantId}`, detail: named })
    return showBrand(context, tx)
  })
}
