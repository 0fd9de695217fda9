import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { errandToolOf } from '#domain/errand-tools.ts'
import { checkedRequest } from '#running/checked-request.ts'
import { ownSchema } from '#running/compiled-schema.ts'
import { presentTool } from '#store/present.ts'
import { createToolQueries } from '#store/tool-queries.ts'

/** Adds a tool over HTTP; the values of its headers are sealed before they are stored. */
export const addTool: Handle<'addTool'> = async ({ name, title, description, parameters, changes, timeoutMs, enabled, request }, context) => {
  const { caller, clock, db, tenantId, vault } = context
  const schema = ownSchema(context, parameters)
  const stored = checkedRequest(request, schema)
  const headerNames = Object.keys(request.headers)
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createToolQueries(tx, tenantId)
    if (errandToolOf({ name }) || (await queries.takenNames()).has(name)) throw new Fault('tools.name_taken', { name })
    const made = await queries.insert({
      id: newId(),
      name,
      title,
      description,
      kind: 'http',
      connection_id: null,
      hosted_name: null,
      parameters: JSON.stringify(schema),
      changes,
      timeout_ms: timeoutMs,
      enabled,
      request: JSON.stringify(stored),
      header_names: JSON.stringify(headerNames),
      sealed_headers: headerNames.length > 0 ? vault.seal(tenantId, JSON.stringify(request.headers)) : null,
      updated_at: clock.now(),
    })
    await context.note(tx, { action: 'add-tool', subject: `tool:${made.id}`, detail: { name, changes, url: stored.url } })
    return made
  })
  return presentTool(row)
}
