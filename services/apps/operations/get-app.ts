import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentApp } from '#store/present.ts'

/** Reads an application. */
export const getApp: Handle<'getApp'> = ({ appId }, { caller, db, tenantId }) =>
  db.inTenant(caller, async (tx) => {
    const queries = createAppQueries(tx, tenantId)
    const row = await queries.find(appId)
    return presentApp(row, await queries.namedVersions([row]))
  })
