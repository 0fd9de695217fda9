import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'

/** Deletes a call, its transcript and its recording. */
export const deleteCall: Handle<'deleteCall'> = async ({ callId }, context) => {
  const { db, caller, tenantId, ports } = context
  const recording = await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.find(callId, 'to-change')
    await queries.remove(callId)
    await context.note(tx, { action: 'delete-call', subject: `call:${callId}`, detail: { agentId: row.agent_id } })
    return row.recording
  })
  if (recording) await ports.recordings.delete(recording)
  return {}
}
