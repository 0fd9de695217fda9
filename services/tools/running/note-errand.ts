import { toolsEvents } from '@myna/contracts/tools'
import { newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import type { ErrandKind } from '#domain/errand-tools.ts'
import { claimRun, type Wish } from '#running/claim-run.ts'
import { createErrandQueries } from '#store/errand-queries.ts'
import type { RunRow } from '#store/present.ts'
import { createRunQueries } from '#store/run-queries.ts'

/** Uses a built-in tool: the errand, its use, the audit note and the event are one transaction. */
export function noteErrand(context: Context, kind: ErrandKind, wish: Wish): Promise<RunRow> {
  const { caller, clock, db, tenantId } = context
  return db.inTenant(caller, async (tx) => {
    const { mine, first } = await claimRun(context, tx, wish, { status: 'done', until: null, isHarmless: false })
    if (first) return first
    const errand = await createErrandQueries(tx, tenantId).insert({
      id: newId(),
      kind,
      fields: JSON.stringify(wish.keptArguments),
      agent_id: wish.agentId ?? null,
      conversation_id: wish.conversationId ?? null,
      state: 'open',
      created_at: clock.now(),
      done_at: null,
      done_by: null,
    })
    await context.note(tx, { action: 'note-errand', subject: `errand:${errand.id}`, detail: { kind, runId: mine.id } })
    await context.tell(tx, toolsEvents.errandNoted, { errandId: errand.id, kind, agentId: errand.agent_id })
    return createRunQueries(tx, tenantId).update(mine.id, { result: JSON.stringify({ errandId: errand.id }) })
  })
}
