import type { Handle } from '#context.ts'
import { createErrandQueries } from '#store/errand-queries.ts'
import { presentErrand } from '#store/present.ts'

/** Reads what a caller asked for. */
export const getErrand: Handle<'getErrand'> = async ({ errandId }, { caller, db, tenantId }) =>
  presentErrand(await db.inTenant(caller, (tx) => createErrandQueries(tx, tenantId).find(errandId)))
