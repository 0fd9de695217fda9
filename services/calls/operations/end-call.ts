import { callsEvents } from '@myna/contracts/calls'
import { Fault } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { restoreTurns } from '#operations/restore-turns.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import { lengthOf } from '#store/present.ts'
import type { CallTable } from '#store/tables.ts'
import type { SessionEnd } from '#streams/call-session.ts'

/**
 * Ends the part of a call that one connection held. A call that was hung up is over at once; one whose connection broke waits for it to come back, and the
 * job `settleDroppedCalls` ends it then. Answers with the call, or undefined when it was deleted meanwhile.
 */
export async function endCall(
  context: Context,
  callId: string,
  { connectionId, end, lastedMs }: { connectionId: string; end: SessionEnd; lastedMs: number },
): Promise<Selectable<CallTable> | undefined> {
  const { db, caller, tenantId, clock } = context
  const now = clock.now()
  try {
    return await db.inTenant(caller, async (tx) => {
      const [queries, open] = [createCallQueries(tx, tenantId), createOpenCallQueries(tx)]
      const row = await queries.find(callId, 'to-change')
      // A newer connection holds it now.
      if ((await open.find(callId))?.connection_id !== connectionId) return row
      await queries.log(callId, now, end.how === 'broken' ? 'call.dropped' : end.how === 'transferred' ? 'call.transferred' : 'call.ended', { by: end.by })
      if (end.how === 'hung-up') return await closeCall(context, tx, row, { status: 'ended', endedAt: now, endedBy: end.by, lastedMs })
      await open.hold(callId, null, now, lastedMs)
      // One that a person has taken over ends when the carrier says so.
      return await queries.update(callId, { lasted_ms: lastedMs, ...(end.how === 'transferred' ? {} : { status: 'dropped', ended_at: now }) })
    })
  } catch (error) {
    if (error instanceof Fault && error.code === 'calls.not_found') return undefined
    throw error
  }
}

/**
 * Closes a call for good and says so: `call.ended` is told once, since nothing closes a call twice. `lastedMs` is how long it lasted, where that was measured; it is known of a call that broke off
 * before, and never of what a person talked after it was handed over.
 */
export async function closeCall(
  context: Context,
  tx: Parameters<typeof createCallQueries>[0],
  row: Selectable<CallTable>,
  it: { status: CallTable['status']; endedAt: Date; endedBy: CallTable['ended_by']; lastedMs?: number | undefined },
): Promise<Selectable<CallTable>> {
  const queries = createCallQueries(tx, row.tenant_id)
  if (it.status === 'dropped') await restoreTurns(tx, row)
  const lastedMs = it.lastedMs ?? (row.transfer_to === null ? row.lasted_ms : null)
  const ended = await queries.update(row.id, { status: it.status, ended_at: it.endedAt, ended_by: row.ended_by ?? it.endedBy, lasted_ms: lastedMs })
  await createOpenCallQueries(tx).close(row.id)
  await queries.remember(row.id, it.endedAt)
  const turnCount = (await queries.countTurns([row.id])).get(row.id) ?? 0
  await context.tell(tx, callsEvents.callEnded, {
    callId: row.id,
    agentId: row.agent_id,
    conversationId: row.conversation_id,
    channel: row.channel,
    durationMs: lengthOf(ended, it.endedAt),
    turnCount,
  })
  return ended
}
