import type { Changes, ParameterSchema } from '@myna/contracts/tools'
import { type ErrandKind, errandToolOf } from '#domain/errand-tools.ts'
import type { Context } from '#context.ts'
import { createConnectionQueries } from '#store/connection-queries.ts'
import type { ConnectionRow, ToolRow } from '#store/present.ts'
import { createToolQueries } from '#store/tool-queries.ts'

/** A tool that acts outside of Myna, with the connection it belongs to. */
export type OutsideTool = { row: ToolRow; connection: ConnectionRow | undefined }
/** A tool as it is going to be used. */
export type FoundTool = { name: string; parameters: ParameterSchema; changes: Changes; enabled: boolean } & (
  | { notes: ErrandKind; outside?: undefined }
  | { notes?: undefined; outside: OutsideTool }
)

/** The tool of a name. Throws `tools.not_found`. */
export async function findTool(name: string, { caller, db, tenantId }: Context): Promise<FoundTool> {
  const errand = errandToolOf({ name })
  if (errand) return { ...errand.tool, notes: errand.notes }
  return db.inTenant(caller, async (tx) => {
    const row = await createToolQueries(tx, tenantId).findByName(name)
    const connection = row.connection_id === null ? undefined : await createConnectionQueries(tx, tenantId).find(row.connection_id)
    return { name, parameters: row.parameters, changes: row.changes, enabled: row.enabled, outside: { row, connection } }
  })
}
