import type { Handle } from '#context.ts'
import { createBrandQueries, presentBrand } from '#store/brand-queries.ts'
import { createFaceQueries } from '#store/face-queries.ts'

/** Reads the brand of the caller's organisation. */
export const getBrand: Handle<'getBrand'> = async (_input, { db, caller, tenantId }) =>
  db.inTenant(caller, async (tx) => presentBrand(await createBrandQueries(tx, tenantId).read(), await createFaceQueries(tx, tenantId).where()))
