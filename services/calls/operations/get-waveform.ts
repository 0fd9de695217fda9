import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'

/** The loudness of both voices over a recording. */
export const getWaveform: Handle<'getWaveform'> = async ({ callId }, { db, caller, tenantId }) => {
  const { waveform } = await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).find(callId))
  if (!waveform) throw new Fault('calls.recording_absent', { callId })
  return waveform
}
