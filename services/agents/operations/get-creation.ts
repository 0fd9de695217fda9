import type { Handle } from '#context.ts'
import { createCreationQueries } from '#store/creation-queries.ts'
import { presentCreation } from '#store/present.ts'

/** Reads how far the building of an agent is. */
export const getCreation: Handle<'getCreation'> = async ({ creationId }, { db, caller, tenantId }) =>
  presentCreation(await db.inTenant(caller, (tx) => createCreationQueries(tx, tenantId).find(creationId)))
