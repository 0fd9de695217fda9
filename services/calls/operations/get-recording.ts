import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'

/** The recording of a call as a WAV file. */
export const getRecording: Handle<'getRecording'> = async ({ callId }, { db, caller, tenantId, ports }) => {
  const { recording } = await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).find(callId))
  const blob = recording === null ? undefined : await ports.recordings.get(recording)
  if (!blob) throw new Fault('calls.recording_absent', { callId })
  return { contentType: 'audio/wav', fileName: `call-${callId}.wav`, length: blob.bytes, body: blob.body }
}
