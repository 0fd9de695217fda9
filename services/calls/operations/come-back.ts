import { topicOf } from '@myna/contracts/workspace-news'
import { Fault } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { beatMs, comeBackMs } from '#domain/call-limits.ts'
import { heldTopic, leftTopic } from '#domain/call-topics.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { CallTable } from '#store/tables.ts'

/** A connection that lost its call to a newer one gets this long to keep what it has. */
const leaveMs = 1_500

/**
 * Gives a call whose connection broke to a new one; one that holds it still, because nobody noticed the break yet, is made to let go. Throws
 * `calls.not_found` and `calls.over`.
 */
export async function comeBack(
  context: Context,
  { callId, agentId, connectionId }: { callId: string; agentId: string; connectionId: string },
): Promise<Selectable<CallTable>> {
  const { db, caller, tenantId, clock, live, signal } = context
  const { row, wasHeld } = await db.inTenant(caller, async (tx) => {
    const [queries, open] = [createCallQueries(tx, tenantId), createOpenCallQueries(tx)]
    const found = await queries.find(callId, 'to-change')
    if (found.agent_id !== agentId) throw new Fault('calls.not_found', { callId })
    const now = clock.now()
    const holding = await open.find(callId)
    const goneMs = now.getTime() - (found.ended_at ?? now).getTime()
    if (!holding || found.status === 'ended' || goneMs > comeBackMs) throw new Fault('calls.over', { callId, goneMs })
    await open.hold(callId, connectionId, now)
    await queries.log(callId, now, 'call.resumed', { goneMs })
    const lives = holding.connection_id !== null && now.getTime() - holding.beat_at.getTime() < 2 * beatMs
    return { row: await queries.update(callId, { status: 'live', ended_at: null, lasted_ms: holding.lasted_ms ?? found.lasted_ms }), wasHeld: lives }
  })
  live.wake(topicOf(tenantId, 'call'))
  if (wasHeld) {
    const left = live.wait(leftTopic(callId), leaveMs, signal)
    live.wake(heldTopic(callId))
    await left
  }
  return row
}
