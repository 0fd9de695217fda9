import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createBrandQueries } from '#store/brand-queries.ts'
import { logoAnswer } from '#operations/get-brand-logo.ts'

/** Reads a logo by its hash, for whoever is shown a brand without being signed in. */
export const getFaceLogo: Handle<'getFaceLogo'> = async ({ hash }, { db }) => {
  const row = await db.global((tx) => tx.selectFrom('brand_faces').select('of_tenant').where('logo_hash', '=', hash).executeTakeFirst())
  const logo = row && (await db.inTenant({ tenantId: row.of_tenant }, (tx) => createBrandQueries(tx, row.of_tenant).readLogo()))
  if (!logo) throw new Fault('workspace.logo_absent')
  return logoAnswer(logo)
}
