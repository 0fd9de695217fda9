import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentCall, presentTurn } from '#store/present.ts'

/** Reads a call with its transcript. */
export const getCall: Handle<'getCall'> = async ({ callId }, { db, caller, tenantId }) => {
  const { row, turns } = await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    return { row: await queries.find(callId), turns: await queries.listTurns(callId) }
  })
  return { call: presentCall(row, turns.length), turns: turns.map(presentTurn) }
}
