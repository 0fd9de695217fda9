import { type BrandFace, workspaceEvents } from '@myna/contracts/workspace-brand'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { type BrandRow, createBrandQueries, presentBrand } from '#store/brand-queries.ts'
import type { Tables } from '#store/tables.ts'

/** Questions about what anybody may see of the brand of a tenant, and where. */
export function createFaceQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** The domain at which the brand is worn, and the domains that are the tenant's. */
    async where(): Promise<{ domain: string | null; domains: string[] }> {
      const face = await tx.selectFrom('brand_faces').select('domain').where('of_tenant', '=', tenantId).executeTakeFirst()
      const proven = await tx.selectFrom('proven_domains').select('domain').orderBy('domain').execute()
      return { domain: face?.domain ?? null, domains: proven.map((it) => it.domain) }
    },
    async put(face: BrandFace, domain: string | null): Promise<void> {
      const values = { domain, face: JSON.stringify(face), logo_hash: face.logo?.hash ?? null }
      await tx
        .insertInto('brand_faces')
        .values({ of_tenant: tenantId, ...values })
        .onConflict((it) => it.column('of_tenant').doUpdateSet(values))
        .execute()
    },
    async noteProven(domain: string): Promise<void> {
      await tx
        .insertInto('proven_domains')
        .values({ tenant_id: tenantId, domain })
        .onConflict((it) => it.columns(['tenant_id', 'domain']).doNothing())
        .execute()
    },
    async noteReleased(domain: string): Promise<void> {
      await tx.deleteFrom('proven_domains').where('domain', '=', domain).execute()
    },
  }
}

/**
 * Writes what anybody may see of the brand as it is now, and tells of it; `domain` where it is worn otherwise from now on. Without a name it is worn nowhere. Answers
 * the brand as the contract says it.
 */
export async function showBrand(context: Context, tx: Transaction<Tables>, domain?: string | null) {
  const { tenantId } = context
  const queries = createFaceQueries(tx, tenantId)
  const row = await createBrandQueries(tx, tenantId).read()
  const { name, senderName, colours } = row.brand
  const logo = logoOf(row)
  const where = await queries.where()
  const worn = name === null ? null : domain === undefined ? where.domain : domain
  await queries.put({ name: name ?? '', colours, logo }, worn)
  await context.tell(tx, workspaceEvents.brandChanged, { name, senderName, colours, logo, domain: worn })
  return presentBrand(row, { ...where, domain: worn })
}

function logoOf({ logo }: BrandRow): BrandFace['logo'] {
  return logo && { hash: logo.hash, contentType: logo.contentType }
}
