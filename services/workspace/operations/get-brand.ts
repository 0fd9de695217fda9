import type { Handle } from '#context.ts'
import { createBrandQueries, presentBrand } from '#store/brand-queries.ts'

/** Reads the brand of the caller's organisation. */
export const getBrand: Handle<'getBrand'> = async (_input, { db, caller, tenantId }) =>
  presentBrand(await db.inTenant(caller, (tx) => createBrandQueries(tx, tenantId).read()))
