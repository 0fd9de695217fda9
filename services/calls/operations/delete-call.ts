import { callsEvents } from '@myna/contracts/calls'
import type { Handle } from '#context.ts'
import { heldTopic } from '#domain/call-topics.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { Exchange } from '#streams/exchange.ts'

/** Deletes a call, its transcript and its recording; one that is going on ends. */
export function deleteCallFrom(exchange: Exchange): Handle<'deleteCall'> {
  return async ({ callId }, context) => {
    const { db, caller, tenantId, ports, live } = context
    const recording = await db.inTenant(caller, async (tx) => {
      const queries = createCallQueries(tx, tenantId)
      const row = await queries.find(callId, 'to-change')
      await queries.remove(callId)
      await createOpenCallQueries(tx).close(callId)
      await context.tell(tx, callsEvents.callDeleted, { callId, conversationId: row.conversation_id })
      await context.note(tx, { action: 'delete-call', subject: `call:${callId}`, detail: { agentId: row.agent_id } })
      return row.recording
    })
    live.wake(heldTopic(callId))
    if (recording) await ports.recordings.delete(recording)
    if (!exchange.sessions.has(callId)) await exchange.shelf(context).clear(tenantId, callId)
    return {}
  }
}
