import { Fault } from '@myna/kernel'
import { PortFault } from '@myna/ports/fault'
import type { Handle } from '#context.ts'
import { keptValue, secretsIn } from '#domain/kept.ts'
import { redacted } from '#domain/redacted.ts'
import { putHostedTools } from '#running/host-tools.ts'
import { listHosted } from '#running/list-hosted.ts'
import { hostOf } from '#running/room.ts'
import { createConnectionQueries } from '#store/connection-queries.ts'
import { presentConnection } from '#store/present.ts'

/** Asks a plugin or server again what tools it has; when it does not answer, that is kept and its tools stay as they are. */
export const refreshConnection: Handle<'refreshConnection'> = async ({ connectionId }, context) => {
  const { caller, db, tenantId } = context
  const connection = await db.inTenant(caller, (tx) => createConnectionQueries(tx, tenantId).find(connectionId))
  const secrets: string[] = []
  const list = async () => {
    const { host, settings } = hostOf(context, connection)
    secrets.push(...secretsIn(settings))
    return listHosted(host, context)
  }
  const hosted = await list().catch(async (error: unknown) => {
    const plain = error instanceof PortFault ? error.message.slice(0, 500) : 'It failed in an unexpected way.'
    const sentence = String(keptValue(plain, redacted, secrets))
    await db.inTenant(caller, (tx) => createConnectionQueries(tx, tenantId).update(connectionId, { health: 'failing', last_error: sentence }))
    throw new Fault('tools.server_unreachable', { connectionId, trouble: sentence }, { cause: error })
  })
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createConnectionQueries(tx, tenantId)
    const leftOut = await putHostedTools(context, tx, await queries.find(connectionId, 'to-change'), hosted)
    await queries.update(connectionId, { health: 'well', last_error: leftOut })
    await context.note(tx, { action: 'refresh-tool-connection', subject: `tool-connection:${connectionId}`, detail: { tools: hosted.length } })
    return queries.find(connectionId)
  })
  return presentConnection(row)
}
