import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import type { Exchange } from '#streams/exchange.ts'

/** The recording of a call as a WAV file. */
export function getRecordingFrom(exchange: Exchange): Handle<'getRecording'> {
  return async ({ callId }, context) => {
    const { db, caller, tenantId } = context
    const { recording, recording_bytes: bytes } = await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).find(callId))
    const body = recording === null ? undefined : await exchange.shelf(context).read(tenantId, recording)
    if (!body) throw new Fault('calls.recording_absent', { callId })
    return { contentType: 'audio/wav', fileName: `call-${callId}.wav`, ...(bytes === null ? {} : { length: Number(bytes) }), body }
  }
}
