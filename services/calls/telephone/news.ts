import { topicOf } from '@myna/contracts/workspace-news'
import type { CarrierCallStatus, CarrierNews } from '@myna/ports/carrier'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { changedTopic, heldTopic } from '#domain/call-topics.ts'
import { closeCall } from '#operations/end-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { CallTable, CarrierTable } from '#store/tables.ts'

const over: Partial<Record<CarrierCallStatus, CallTable['status']>> = {
  completed: 'ended',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  cancelled: 'no-answer',
}

/** The carrier says how a call stands. Told twice or late it changes nothing: states only go forward, and what is over stays over. */
export async function noteStatus(context: Context, carrier: Selectable<CarrierTable>, news: CarrierNews): Promise<void> {
  if (news.type !== 'status') return
  const { db, caller, tenantId, clock, live } = context
  const held = await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const found = await queries.findByCarrier(carrier.id, news.carrierCallId)
    const row = found && (await queries.find(found.id, 'to-change'))
    if (!row || (row.ended_at && row.status !== 'dropped')) return undefined
    await queries.log(row.id, clock.now(), 'carrier.status', { status: news.status, ...(news.errorCode ? { errorCode: news.errorCode } : {}) })
    const status = over[news.status]
    if (status === undefined) {
      if (news.status === 'ringing' && row.status === 'queued') await queries.update(row.id, { status: 'ringing' })
      return undefined
    }
    const endedBy = status === 'ended' ? ('caller' as const) : ('carrier' as const)
    // Should whoever holds the call be dead, it is settled as what the carrier says.
    const wished = await createOpenCallQueries(tx).wish(row.id, { do: 'hang-up' })
    if (wished) await queries.update(row.id, { ended_by: row.ended_by ?? endedBy })
    const lastedMs = news.durationSeconds === null ? undefined : Math.max(news.durationSeconds * 1_000, row.lasted_ms ?? 0)
    if (!wished) await closeCall(context, tx, row, { status, endedAt: clock.now(), endedBy, lastedMs })
    return row.id
  })
  live.wake(topicOf(tenantId, 'call'))
  if (held === undefined) return
  live.wake(heldTopic(held))
  live.wake(changedTopic(held))
}

/** The carrier has found out who answered. */
export async function noteMachine(context: Context, carrier: Selectable<CarrierTable>, news: CarrierNews): Promise<void> {
  if (news.type !== 'machine') return
  const { db, caller, tenantId, live } = context
  const answeredBy = news.answeredBy === 'person' ? 'person' : news.answeredBy === 'unknown' ? 'unknown' : 'machine'
  const id = await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.findByCarrier(carrier.id, news.carrierCallId)
    if (!row || row.answered_by === answeredBy) return undefined
    await queries.update(row.id, { answered_by: answeredBy })
    if (answeredBy === 'machine') await createOpenCallQueries(tx).wish(row.id, { do: 'machine' })
    return row.id
  })
  if (id !== undefined) live.wake(heldTopic(id))
}
