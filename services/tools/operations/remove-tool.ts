import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { errandToolOf } from '#domain/errand-tools.ts'
import { createToolQueries } from '#store/tool-queries.ts'

/** Removes a tool over HTTP; its uses stay listed. */
export const removeTool: Handle<'removeTool'> = async ({ toolId }, context) => {
  if (errandToolOf({ id: toolId })) throw new Fault('tools.not_yours_to_change', { toolId })
  await context.db.inTenant(context.caller, async (tx) => {
    const queries = createToolQueries(tx, context.tenantId)
    const tool = await queries.find(toolId, 'to-change')
    if (tool.kind !== 'http') throw new Fault('tools.not_yours_to_change', { toolId, kind: tool.kind })
    await queries.remove(toolId)
    await context.note(tx, { action: 'remove-tool', subject: `tool:${toolId}`, detail: { name: tool.name } })
  })
  return {}
}
