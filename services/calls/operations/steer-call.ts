import { topicOf } from '@myna/contracts/workspace-news'
import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { changedTopic, heldTopic } from '#domain/call-topics.ts'
import { carrierOf } from '#operations/carriers.ts'
import { closeCall } from '#operations/end-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import { presentCall } from '#store/present.ts'
import type { Wish } from '#store/tables.ts'
import { askCarrier } from '#telephone/account.ts'
import { lineSettings, refuseCountry } from '#telephone/lines.ts'

/** Ends a call that goes on, wherever it is held. */
export const hangUpCall: Handle<'hangUpCall'> = async ({ callId }, context) => {
  const { row, held } = await wish(context, callId, { do: 'hang-up' }, 'hang-up-call')
  // Nobody holds one that rings, or whose line broke: the carrier ends it.
  if (!held) {
    if (row.carrier_id && row.carrier_call) {
      const { carrier_call: carrierCall } = row
      await askCarrier(context, await carrierOf(context, row.carrier_id), (it) => it.hangUp(carrierCall))
    }
    await close(context, callId)
  }
  return presented(context, callId)
}

/** Hands a telephone call to a person: its stream ends, and the carrier is told whom to call when it asks what next. */
export const transferCall: Handle<'transferCall'> = async ({ callId, to, kind }, context) => {
  const { db, caller, tenantId } = context
  refuseCountry(await lineSettings(context), to)
  await db.inTenant(caller, async (tx) => {
    const row = await createCallQueries(tx, tenantId).find(callId, 'to-change')
    if (row.channel !== 'phone') throw new Fault('calls.not_by_phone', { callId })
    if (row.status !== 'live') throw new Fault('calls.over', { callId })
    await createCallQueries(tx, tenantId).update(callId, { transfer_to: to, transfer_brief: kind === 'warm' })
  })
  await wish(context, callId, { do: 'transfer' }, 'transfer-call')
  return presented(context, callId)
}

/** Presses keys on the caller's side of the line. */
export const pressKeys: Handle<'pressKeys'> = async ({ callId, keys }, context) => {
  const { held } = await wish(context, callId, { do: 'press', keys }, 'press-keys')
  if (!held) throw new Fault('calls.over', { callId })
  return {}
}

async function wish(context: Context, callId: string, it: Wish, action: string) {
  const { db, caller, tenantId, live } = context
  const found = await db.inTenant(caller, async (tx) => {
    const row = await createCallQueries(tx, tenantId).find(callId, 'to-change')
    if (row.ended_at && row.status !== 'dropped') throw new Fault('calls.over', { callId })
    const held = await createOpenCallQueries(tx).wish(callId, it)
    await context.note(tx, { action, subject: `call:${callId}` })
    return { row, held }
  })
  live.wake(heldTopic(callId))
  return found
}

async function close(context: Context, callId: string): Promise<void> {
  const { db, caller, tenantId, clock, live } = context
  await db.inTenant(caller, async (tx) => {
    const row = await createCallQueries(tx, tenantId).find(callId, 'to-change')
    if (row.status !== 'ended') await closeCall(context, tx, row, { status: 'ended', endedAt: clock.now(), endedBy: 'person' })
  })
  live.wake(changedTopic(callId))
  live.wake(topicOf(tenantId, 'call'))
}

function presented({ db, caller, tenantId }: Context, callId: string) {
  return db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    return presentCall(await queries.find(callId), (await queries.countTurns([callId])).get(callId) ?? 0)
  })
}
