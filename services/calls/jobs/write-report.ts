import { topicOf } from '@myna/contracts/workspace-news'
import { Fault, job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { changedTopic } from '#domain/call-topics.ts'
import { reportOfCall } from '#domain/report-of-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentTurn } from '#store/present.ts'

/** Writes the report of a call that is over: what the brain tells of its conversation and what the call knows besides. Written once; a call that was deleted stays so. */
export const writeReport = job({
  input: z.object({ callId: z.uuid() }),
  retries: 6,
  backoffMs: 2_000,
  timeoutMs: 60_000,
  concurrency: 2,
  async run({ callId }, context: Context, { signal }) {
    const { db, caller, tenantId, call, live } = context
    const known = await db.inTenant(caller, async (tx) => {
      const queries = createCallQueries(tx, tenantId)
      const row = await queries.look(callId)
      if (!row || row.report !== null) return undefined
      const handed = await tx.selectFrom('ledger').select('id').where('call_id', '=', callId).where('event', '=', 'call.transferred').executeTakeFirst()
      return { row, turns: (await queries.listTurns(callId)).map(presentTurn), handed: handed !== undefined }
    })
    if (!known) return
    const { row, turns, handed } = known
    const told = await call.brain.reportConversation({ conversationId: row.conversation_id }).catch((error: unknown) => {
      // The conversation was deleted by itself: there is nothing left to tell.
      if (error instanceof Fault && error.code === 'brain.conversation_not_found') return undefined
      throw error
    })
    if (!told || signal.aborted) return signal.throwIfAborted()
    const report = reportOfCall(told, {
      status: row.status,
      answeredBy: row.answered_by,
      // Where nobody answered, the agent has taken the caller back and the number is gone.
      transferred: handed && row.transfer_to !== null,
      turns,
    })
    const kept = await db.inTenant(caller, async (tx) => createCallQueries(tx, tenantId).change(callId, { report: JSON.stringify(report) }))
    if (!kept) return
    live.wake(changedTopic(callId))
    live.wake(topicOf(tenantId, 'call'))
  },
})
