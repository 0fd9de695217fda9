import { callsEvents } from '@myna/contracts/calls'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'

/** Has the report of a call written once it is over; heard twice it is written once. */
export const onCallEnded = reaction(callsEvents.callEnded, async ({ callId }, { db, caller, tenantId, jobs }: Context) => {
  await db.inTenant(caller, async (tx) => {
    const row = await createCallQueries(tx, tenantId).look(callId)
    if (row && row.report === null) await jobs.send(tx, 'writeReport', { callId }, { singletonKey: callId })
  })
})
