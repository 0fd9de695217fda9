import type { Handle } from '#context.ts'
import { changedTopic } from '#domain/call-topics.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentCall, presentTurn } from '#store/present.ts'

/** News that went missing, as from another process, is read this much later at most. */
const lookAgainMs = 1_000
/** A report is waited for this long after the end. */
const reportMs = 30_000

/** Follows a call: what is there at first, then what changes, until it is over and its report written. */
export const watchCall: Handle<'watchCall'> = async function* ({ callId }, { db, caller, tenantId, live, signal, clock }) {
  const told = new Map<string, string>()
  const isNew = (key: string, it: unknown) => {
    const text = JSON.stringify(it)
    if (told.get(key) === text) return false
    told.set(key, text)
    return true
  }
  for (;;) {
    const changed = live.wait(changedTopic(callId), lookAgainMs, signal)
    const { row, turns } = await db.inTenant(caller, async (tx) => {
      const queries = createCallQueries(tx, tenantId)
      return { row: await queries.find(callId), turns: await queries.listTurns(callId) }
    })
    const call = presentCall(row, turns.length)
    if (isNew('call', call)) yield { data: { type: 'call', call } }
    for (const turn of turns.map(presentTurn)) if (isNew(turn.id, turn)) yield { data: { type: 'turn', turn } }
    if (row.report && isNew('report', row.report)) yield { data: { type: 'report', report: row.report } }
    const over = row.ended_at !== null && call.status !== 'dropped'
    if (over && (row.report || clock.now().getTime() - row.ended_at!.getTime() > reportMs)) return
    await changed
    if (signal.aborted) return
  }
}
