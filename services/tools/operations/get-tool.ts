import type { Handle } from '#context.ts'
import { errandToolOf } from '#domain/errand-tools.ts'
import { presentTool } from '#store/present.ts'
import { createToolQueries } from '#store/tool-queries.ts'

/** Reads a tool. */
export const getTool: Handle<'getTool'> = async ({ toolId }, { caller, db, tenantId }) =>
  errandToolOf({ id: toolId })?.tool ?? presentTool(await db.inTenant(caller, (tx) => createToolQueries(tx, tenantId).find(toolId)))
