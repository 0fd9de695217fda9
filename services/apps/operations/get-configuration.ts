import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentConfiguration } from '#store/present.ts'

/** Reads the settings of an application; secrets by name alone. */
export const getConfiguration: Handle<'getConfiguration'> = async ({ appId }, { caller, db, tenantId }) =>
  presentConfiguration(await db.inTenant(caller, (tx) => createAppQueries(tx, tenantId).find(appId)))
