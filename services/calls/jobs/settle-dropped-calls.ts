import { Fault, job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { comeBackMs } from '#domain/call-limits.ts'
import { closeCall } from '#operations/end-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'

/** Ends calls that did not come back: their connection broke, or their process died. */
export const settleDroppedCalls = job({
  input: z.object({}),
  retries: 0,
  backoffMs: 1_000,
  timeoutMs: 55_000,
  schedule: '* * * * *',
  async run(_input, context: Context, { signal }) {
    const { db, clock, log } = context
    const since = new Date(clock.now().getTime() - comeBackMs)
    for (const { id, tenant_id: tenantId } of await db.global((tx) => createOpenCallQueries(tx).listSilentSince(since))) {
      if (signal.aborted) return
      // One call that cannot be settled must not keep the others open.
      await settle(context.as({ ...context.caller, tenantId }), id, since).catch((error: unknown) =>
        log.error({ err: error, callId: id }, 'a dropped call could not be settled'),
      )
    }
  },
})

async function settle(context: Context, id: string, since: Date): Promise<void> {
  await context.db.inTenant(context.caller, async (tx) => {
    const [queries, open] = [createCallQueries(tx, context.tenantId), createOpenCallQueries(tx)]
    const row = await queries.find(id, 'to-change').catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'calls.not_found') return undefined
      throw error
    })
    if (!row) return open.close(id)
    const now = await open.find(id)
    // It came back, or somebody else settled it, since it was listed.
    if (!now || now.beat_at >= since) return
    await queries.log(id, context.clock.now(), 'call.settled', {})
    await closeCall(context, tx, row, { status: row.ended_by === null ? 'dropped' : 'ended', endedAt: row.ended_at ?? now.beat_at, endedBy: null })
  })
}
