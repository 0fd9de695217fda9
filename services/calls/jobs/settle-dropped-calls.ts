import { callsEvents } from '@myna/contracts/calls'
import { Fault, job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { comeBackMs } from '#domain/call-limits.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'

/** Ends calls that did not come back: their connection broke, or their process died. */
export const settleDroppedCalls = job({
  input: z.object({}),
  retries: 0,
  backoffMs: 1_000,
  timeoutMs: 55_000,
  schedule: '* * * * *',
  async run(_input, context: Context) {
    const { db, caller, clock } = context
    const silent = await db.global((tx) => createOpenCallQueries(tx).listSilentSince(new Date(clock.now().getTime() - comeBackMs)))
    for (const { id, tenant_id: tenantId, beat_at: lastBeat } of silent) {
      const inTenant = context.as({ ...caller, tenantId })
      try {
        await db.inTenant(inTenant.caller, async (tx) => {
          const queries = createCallQueries(tx, tenantId)
          const row = await queries.find(id, 'to-change')
          if (row.status === 'ended') return
          const endedAt = row.ended_at ?? lastBeat
          await queries.update(id, { status: 'dropped', ended_at: endedAt })
          const turnCount = (await queries.countTurns([id])).get(id) ?? 0
          await inTenant.tell(tx, callsEvents.callEnded, { callId: id, agentId: row.agent_id, durationMs: Math.max(0, endedAt.getTime() - row.started_at.getTime()), turnCount })
        })
      } catch (error) {
        if (!(error instanceof Fault && error.code === 'calls.not_found')) throw error
      }
      await db.global((tx) => createOpenCallQueries(tx).close(id))
    }
  },
})
