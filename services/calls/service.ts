import { calls as contract } from '@myna/contracts/calls'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { longestCallMs } from '#domain/call-limits.ts'
import { settleDroppedCalls } from '#jobs/settle-dropped-calls.ts'
import { deleteCall } from '#operations/delete-call.ts'
import { getCall } from '#operations/get-call.ts'
import { getRecording } from '#operations/get-recording.ts'
import { listCalls } from '#operations/list-calls.ts'
import { talk } from '#operations/talk.ts'
import { sweepRecordings } from '#streams/recorder.ts'

/** Conversations by voice and text. */
export const calls = defineService({
  name: 'calls',
  contract,
  needs,
  operations: { talk, listCalls, getCall, getRecording, deleteCall },
  jobs: { settleDroppedCalls },
  start: ({ clock }) => sweepRecordings(2 * longestCallMs, clock.now()),
  migrations: new URL('./migrations/', import.meta.url),
})
