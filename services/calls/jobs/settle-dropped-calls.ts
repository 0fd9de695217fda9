import { setTimeout as sleep } from 'node:timers/promises'
import { Fault, job } from '@myna/kernel'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { comeBackMs, spanAround } from '#domain/call-limits.ts'
import { heldTopic } from '#domain/call-topics.ts'
import { closeCall } from '#operations/end-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { OpenCallTable } from '#store/tables.ts'

/** Whoever holds a call and is asked whether it lives says so within this. */
const answerMs = 1_500

/** Ends calls that did not come back: their connection broke, or their process died. */
export const settleDroppedCalls = job({
  input: z.object({}),
  retries: 0,
  backoffMs: 1_000,
  timeoutMs: 55_000,
  schedule: '* * * * *',
  async run(_input, context: Context, { signal }) {
    const { db, clock, live, log } = context
    const silent = await db.global((tx) => createOpenCallQueries(tx).listSilent(spanAround(clock.now(), comeBackMs)))
    const held = silent.filter((it) => it.connection_id !== null)
    for (const { id } of held) live.wake(heldTopic(id))
    // When a clock is set, all calls seem silent: those that live say so when they are asked.
    if (held.length > 0) await sleep(answerMs, undefined, { signal })
    for (const it of silent) {
      if (signal.aborted) return
      // One call that cannot be settled must not keep the others open.
      await settle(context.as({ ...context.caller, tenantId: it.tenant_id }), it).catch((error: unknown) =>
        log.error({ err: error, callId: it.id }, 'a dropped call could not be settled'),
      )
    }
  },
})

async function settle(context: Context, { id, beat_at: beatAt }: Selectable<OpenCallTable>): Promise<void> {
  await context.db.inTenant(context.caller, async (tx) => {
    const [queries, open] = [createCallQueries(tx, context.tenantId), createOpenCallQueries(tx)]
    const row = await queries.find(id, 'to-change').catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'calls.not_found') return undefined
      throw error
    })
    if (!row) return open.close(id)
    const now = await open.find(id)
    // It came back, or somebody else settled it, since it was listed.
    if (!now || now.beat_at.getTime() !== beatAt.getTime()) return
    await queries.log(id, context.clock.now(), 'call.settled', {})
    const lastedMs = now.lasted_ms ?? undefined
    await closeCall(context, tx, row, { status: row.ended_by === null ? 'dropped' : 'ended', endedAt: row.ended_at ?? now.beat_at, endedBy: null, lastedMs })
  })
}
