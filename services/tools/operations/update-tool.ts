import { checkRevision, Fault } from '@myna/kernel'
import type { Updateable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { errandToolOf } from '#domain/errand-tools.ts'
import { headersAfter } from '#domain/http-request.ts'
import { checkAddress, checkedRequest } from '#running/checked-request.ts'
import { ownSchema } from '#running/compiled-schema.ts'
import { presentTool, type ToolRow } from '#store/present.ts'
import type { ToolTable } from '#store/tables.ts'
import { createToolQueries } from '#store/tool-queries.ts'

type Wanted = Parameters<Handle<'updateTool'>>[0]

/**
 * Changes a tool. Of a plugin's or server's only what it changes, its time and whether it is in use can be. A header given without a value keeps the one it has,
 * as long as the tool still goes to the same place.
 */
export const updateTool: Handle<'updateTool'> = async (wanted, context) => {
  const { caller, clock, db, tenantId } = context
  const { toolId, title, description, parameters, changes, timeoutMs, enabled, request } = wanted
  if (errandToolOf({ id: toolId })) throw new Fault('tools.not_yours_to_change', { toolId })
  const isOwnOnly = title !== undefined || description !== undefined || parameters !== undefined || request !== undefined
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createToolQueries(tx, tenantId)
    const tool = await queries.find(toolId, 'to-change')
    checkRevision(wanted.revision, tool.revision)
    if (tool.kind !== 'http' && isOwnOnly) throw new Fault('tools.not_yours_to_change', { toolId, kind: tool.kind })
    const change: Updateable<ToolTable> = {
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(changes === undefined ? {} : { changes }),
      ...(timeoutMs === undefined ? {} : { timeout_ms: timeoutMs }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(tool.kind === 'http' ? requestChange(context, tool, wanted) : {}),
    }
    if (Object.keys(change).length === 0) return tool
    const changed = Object.keys(wanted).filter((it) => it !== 'toolId' && it !== 'revision' && wanted[it as keyof Wanted] !== undefined)
    await context.note(tx, { action: 'update-tool', subject: `tool:${toolId}`, detail: { changed, ...(changes === undefined ? {} : { changes }) } })
    return queries.update(toolId, { ...change, revision: tool.revision + 1, updated_at: clock.now() })
  })
  return presentTool(row)
}

function requestChange(context: Context, tool: ToolRow, { parameters, request }: Wanted): Updateable<ToolTable> {
  const { tenantId, vault } = context
  const schema = parameters === undefined ? tool.parameters : ownSchema(context, parameters)
  const schemaChange = parameters === undefined ? {} : { parameters: JSON.stringify(schema) }
  if (request === undefined) {
    checkAddress(tool.request!, schema)
    return schemaChange
  }
  const stored = checkedRequest(request, schema)
  const before = tool.sealed_headers === null ? {} : (JSON.parse(vault.open(tenantId, tool.sealed_headers)) as Record<string, string>)
  const headers = headersAfter({ url: tool.request!.url, headers: before }, { url: stored.url, headers: request.headers })
  const names = Object.keys(headers)
  return {
    ...schemaChange,
    request: JSON.stringify(stored),
    header_names: JSON.stringify(names),
    sealed_headers: names.length > 0 ? vault.seal(tenantId, JSON.stringify(headers)) : null,
  }
}
