import { Fault } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { closeCall } from '#operations/end-call.ts'
import { carrierOf } from '#operations/carriers.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import { presentCall } from '#store/present.ts'
import type { CallTable, NumberTable } from '#store/tables.ts'
import { askCarrier } from '#telephone/account.ts'
import { doorOf } from '#telephone/addresses.ts'
import { beginPhoneCall } from '#telephone/begin-phone-call.ts'
import { lineSettings, refuseCountry } from '#telephone/lines.ts'

/** A telephone rings so long before nobody is there. */
const ringSeconds = 40

/** Lets an agent call a telephone. The call is kept before the carrier is asked, so that none is placed that nobody knows of. */
export const placeCall: Handle<'placeCall'> = async ({ agentId, to, numberId, draft, greeting }, context) => {
  const { db, caller, tenantId, call } = context
  const agent = await call.agents.getLiveConfig({ agentId, draft }).catch((error: unknown) => {
    throw error instanceof Fault && error.code === 'agents.not_publishable' ? new Fault('calls.agent_not_live', { agentId }, { cause: error }) : error
  })
  refuseCountry(await lineSettings(context), to)
  const number = await numberFor(context, agentId, numberId)
  const carrier = await carrierOf(context, number.carrier_id)
  const door = (name: 'answer' | 'status' | 'machine', callId?: string) => doorOf(context, carrier.id, name, callId)
  door('answer')
  const row = await beginPhoneCall(context, {
    agent,
    direction: 'outbound',
    from: number.number,
    to,
    carrierId: carrier.id,
    carrierCall: undefined,
    draft,
    greeting,
    startedBy: caller.name ?? caller.subject,
  })
  const { patient } = context.ports.carriers[carrier.kind].protocol
  try {
    const placed = await askCarrier(context, carrier, (it) =>
      it.placeCall({
        from: number.number,
        to,
        answerUrl: patient(door('answer', row.id)),
        fallbackUrl: patient(door('answer', row.id)),
        statusUrl: door('status'),
        ringSeconds,
        machineUrl: agent.config.call.voicemail === 'talk' ? null : door('machine'),
      }),
    )
    // It may have been answered already, and then it bears the name.
    const kept = await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).update(row.id, { carrier_call: placed.carrierCallId }))
    return presentCall(kept, 0)
  } catch (error) {
    await giveUp(context, row)
    throw error
  }
}

async function giveUp(context: Context, { id }: Selectable<CallTable>): Promise<void> {
  const { db, caller, tenantId, clock } = context
  await db.inTenant(caller, async (tx) => {
    const row = await createCallQueries(tx, tenantId).find(id, 'to-change')
    if (!row.ended_at) await closeCall(context, tx, row, { status: 'failed', endedAt: clock.now(), endedBy: 'carrier' })
  })
}

/** The number to call from: the one asked for, else one of the agent's, else any. Throws `calls.no_number`. */
async function numberFor({ db, caller }: Context, agentId: string, numberId: string | undefined): Promise<Selectable<NumberTable>> {
  return db.inTenant(caller, async (tx) => {
    const queries = createNumberQueries(tx)
    if (numberId !== undefined) return queries.findNumber(numberId)
    const [own] = await queries.listNumbers({ agentId }, undefined, 1)
    const [any] = own ? [own] : await queries.listNumbers({}, undefined, 1)
    if (!any) throw new Fault('calls.no_number')
    return any
  })
}
