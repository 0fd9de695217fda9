import { createHash } from 'node:crypto'
import type { Context } from '#context.ts'
import type { Logo } from '#domain/brand-logo.ts'
import { createBrandQueries } from '#store/brand-queries.ts'
import { showBrand } from '#store/face-queries.ts'

/** Keeps a logo in the place of the one before, or none, and notes that; answers the brand as it is then. */
export async function keepLogo(logo: Logo | undefined, context: Context) {
  const hash = logo && createHash('sha256').update(logo.bytes).digest('hex')
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createBrandQueries(tx, context.tenantId)
    await queries.writeLogo(logo && hash ? { ...logo, hash } : undefined, context.clock.now())
    const action = logo ? 'set-brand-logo' : 'remove-brand-logo'
    await context.note(tx, { action, subject: `brand:${context.tenantId}`, detail: { hash: hash ?? null } })
    return showBrand(context, tx)
  })
}
