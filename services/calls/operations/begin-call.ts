import type { Persona } from '@myna/contracts/brain'
import type { Policy } from '@myna/contracts/dialogue'
import { Fault, newId } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { beatMs, callsAtOnce, spanAround } from '#domain/call-limits.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { CallTable } from '#store/tables.ts'

/** What a call needs to know of its agent. */
export type Live = { agentId: string; name: string; baseId: string; version: number | null; persona: Persona; policy: Policy }

/** Begins a new call, held by a connection. Throws `request.too_many` when the caller holds as many as one may. */
export async function beginCall(
  context: Context,
  { agentId, name, baseId, version, persona, policy }: Live,
  { connectionId, draft }: { connectionId: string; draft: boolean },
): Promise<Selectable<CallTable>> {
  const { db, caller, tenantId, call, clock } = context
  const refuseMany = async (queries: ReturnType<typeof createOpenCallQueries>) => {
    // A process that was late with one beat still lives.
    const held = await queries.countHeld(tenantId, caller.subject, spanAround(clock.now(), 3 * beatMs))
    if (held >= callsAtOnce) throw new Fault('request.too_many', { held })
  }
  await db.global((tx) => refuseMany(createOpenCallQueries(tx)))
  const { id: conversationId } = await call.brain.startConversation({
    agentId,
    baseId,
    channel: 'voice',
    persona,
    policy,
    caller: { kind: 'user', id: caller.subject },
  })
  const now = clock.now()
  return db.inTenant(caller, async (tx) => {
    const open = createOpenCallQueries(tx)
    await refuseMany(open)
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.insert({
      tenant_id: tenantId,
      id: newId(),
      agent_id: agentId,
      agent_name: name,
      version,
      conversation_id: conversationId,
      channel: 'browser',
      status: 'live',
      started_by: caller.name ?? caller.subject,
      started_at: now,
      ended_at: null,
      recording: null,
      direction: 'inbound',
      draft,
      recording_consent: 'not-needed',
      transfer_brief: true,
    })
    await open.open({ id: row.id, tenant_id: tenantId, subject: caller.subject, beat_at: now, connection_id: connectionId })
    await queries.log(row.id, now, 'call.began', { version })
    await context.note(tx, { action: 'start-call', subject: `call:${row.id}`, detail: { agentId } })
    return row
  })
}
