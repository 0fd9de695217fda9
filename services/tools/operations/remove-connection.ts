import type { Handle } from '#context.ts'
import { forgetHost } from '#running/room.ts'
import { createConnectionQueries } from '#store/connection-queries.ts'

/** Disconnects a plugin or server; its tools go with it, their uses stay listed. */
export const removeConnection: Handle<'removeConnection'> = async ({ connectionId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    const queries = createConnectionQueries(tx, context.tenantId)
    const { name } = await queries.find(connectionId, 'to-change')
    await queries.remove(connectionId)
    await context.note(tx, { action: 'remove-tool-connection', subject: `tool-connection:${connectionId}`, detail: { name } })
  })
  forgetHost(context, connectionId)
  return {}
}
