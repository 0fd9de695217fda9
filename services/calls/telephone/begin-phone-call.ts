import { newId } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { consentFor } from '#domain/default-settings.ts'
import type { LiveAgent } from '#operations/connect-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { CallTable } from '#store/tables.ts'
import { lineSettings, refuseMany } from '#telephone/lines.ts'

type Beginning = {
  agent: LiveAgent
  direction: 'inbound' | 'outbound'
  from: string
  to: string
  carrierId: string
  /** Undefined while the carrier has not named the call yet. */
  carrierCall: string | undefined
  draft: boolean
  greeting: string | undefined
  startedBy: string
}

/** Begins a telephone call, on whoever's side it begins. Throws `calls.limit_reached`. A call the carrier has told of before is found again. */
export async function beginPhoneCall(context: Context, it: Beginning): Promise<Selectable<CallTable>> {
  const { db, caller, tenantId, call, clock } = context
  const { agent, carrierId, carrierCall } = it
  const settings = await lineSettings(context)
  const other = it.direction === 'inbound' ? it.from : it.to
  const consent = consentFor(settings, other, agent.config.call.record)
  const known = carrierCall && (await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).findByCarrier(carrierId, carrierCall)))
  if (known) return known
  const { id: conversationId } = await call.brain.startConversation({
    agentId: agent.agentId,
    baseId: agent.baseId,
    channel: 'voice',
    persona: agent.persona,
    policy: agent.policy,
    caller: { kind: 'phone', id: other },
  })
  const now = clock.now()
  return db.inTenant(caller, async (tx) => {
    await refuseMany(tx, context, settings)
    const queries = createCallQueries(tx, tenantId)
    // The carrier may have asked twice at the same time; whoever was first has begun it.
    const begun = carrierCall && (await queries.findByCarrier(carrierId, carrierCall))
    if (begun) return begun
    const row = await queries.insert({
      tenant_id: tenantId,
      id: newId(),
      agent_id: agent.agentId,
      agent_name: agent.name,
      version: agent.version,
      conversation_id: conversationId,
      channel: 'phone',
      status: it.direction === 'inbound' ? 'ringing' : 'queued',
      started_by: it.startedBy,
      started_at: now,
      ended_at: null,
      recording: null,
      direction: it.direction,
      from_number: it.from,
      to_number: it.to,
      draft: it.draft,
      greeting: it.greeting ?? null,
      carrier_id: carrierId,
      carrier_call: carrierCall ?? null,
      transfer_brief: true,
      recording_consent: consent === undefined ? 'not-needed' : consent === 'announce' ? 'announced' : 'awaited',
    })
    await createOpenCallQueries(tx).open({ id: row.id, tenant_id: tenantId, subject: `phone:${row.id}`, beat_at: now, connection_id: null })
    await queries.log(row.id, now, 'call.began', { direction: it.direction })
    await context.note(tx, { action: 'start-call', subject: `call:${row.id}`, detail: { agentId: agent.agentId, direction: it.direction } })
    return row
  })
}
