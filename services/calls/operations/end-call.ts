import { callsEvents } from '@myna/contracts/calls'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'

/**
 * Ends a call. One that was hung up is over at once; one whose connection broke waits a minute for it to come back, and the job
 * `settleDroppedCalls` ends it then.
 */
export async function endCall(context: Context, callId: string, it: { how: 'hung-up' | 'broken'; recording: string | null }): Promise<void> {
  const { db, caller, tenantId, clock } = context
  const now = clock.now()
  await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.find(callId, 'to-change')
    await queries.update(callId, { status: it.how === 'hung-up' ? 'ended' : 'dropped', ended_at: now, recording: it.recording })
    await queries.log(callId, now, it.how === 'hung-up' ? 'call.ended' : 'call.dropped', {})
    if (it.how === 'hung-up') {
      const turnCount = (await queries.countTurns([callId])).get(callId) ?? 0
      await context.tell(tx, callsEvents.callEnded, { callId, agentId: row.agent_id, durationMs: Math.max(0, now.getTime() - row.started_at.getTime()), turnCount })
    }
  })
  if (it.how === 'hung-up') await db.global((tx) => createOpenCallQueries(tx).close(callId))
}
