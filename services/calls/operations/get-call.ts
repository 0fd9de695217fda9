import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentCall, presentTurn } from '#store/present.ts'

export const getCall: Handle<'getCall'> = ({ callId }, { db, caller, tenantId }) =>
  db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.find(callId)
    const turns = (await queries.listTurns(callId)).map(presentTurn)
    return { call: presentCall(row, turns.length), turns, report: row.report }
  })
