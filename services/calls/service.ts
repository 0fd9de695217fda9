import { calls as contract } from '@myna/contracts/calls'
import { defineService } from '@myna/kernel'
import { warmNoiseSuppression } from '@myna/sound/noise-suppression'
import { warmVoiceActivity } from '@myna/sound/voice-activity'
import { needs } from '#context.ts'
import { deleteOldCalls } from '#jobs/delete-old-calls.ts'
import { settleDroppedCalls } from '#jobs/settle-dropped-calls.ts'
import { writeReport } from '#jobs/write-report.ts'
import { getCallSettings, updateCallSettings } from '#operations/call-settings.ts'
import { connectCarrier, disconnectCarrier, listCarriers, testCarrier } from '#operations/carriers.ts'
import { deleteCallFrom } from '#operations/delete-call.ts'
import { getCall } from '#operations/get-call.ts'
import { getRecordingFrom } from '#operations/get-recording.ts'
import { getWaveform } from '#operations/get-waveform.ts'
import { listCalls } from '#operations/list-calls.ts'
import { addNumber, listCarrierNumbers, listNumbers, releaseNumber, searchNumbers, updateNumber } from '#operations/numbers.ts'
import { placeCall } from '#operations/place-call.ts'
import { hangUpCall, pressKeys, transferCall } from '#operations/steer-call.ts'
import { talkOver } from '#operations/talk.ts'
import { watchCall } from '#operations/watch-call.ts'
import { onAgentDeleted } from '#reactions/on-agent-deleted.ts'
import { onCallEnded } from '#reactions/on-call-ended.ts'
import { onCreationEnded } from '#reactions/on-creation-ended.ts'
import { onNumberWanted } from '#reactions/on-number-wanted.ts'
import { createExchange } from '#streams/exchange.ts'
import { mountDoors } from '#telephone/doors.ts'
import { mediaOf } from '#telephone/media.ts'
import { watchOver } from '#streams/watch-over.ts'

/** Makes the service of calls; the calls of a process share one clock of sound. */
export function createCalls() {
  const exchange = createExchange()
  return defineService({
    name: 'calls',
    contract,
    needs,
    operations: {
      talk: talkOver(exchange),
      listCalls,
      getCall,
      placeCall,
      hangUpCall,
      transferCall,
      pressKeys,
      watchCall,
      getRecording: getRecordingFrom(exchange),
      getWaveform,
      deleteCall: deleteCallFrom(exchange),
      listCarriers,
      connectCarrier,
      testCarrier,
      disconnectCarrier,
      searchNumbers,
      listCarrierNumbers,
      addNumber,
      listNumbers,
      updateNumber,
      releaseNumber,
      getCallSettings,
      updateCallSettings,
    },
    measures: {
      calls_in_progress: { help: 'Calls on the line in this process.', type: 'gauge', read: () => exchange.sessions.size },
      calls_ending: { help: 'Calls of this process that are on the line or being stored.', type: 'gauge', read: () => exchange.ending.size },
      sound_frames_late_total: { help: 'Frames of sound that left more than 20 ms late.', type: 'counter', read: () => exchange.wheel.late },
    },
    jobs: { settleDroppedCalls, deleteOldCalls, writeReport },
    hears: { onCallEnded, onNumberWanted, onCreationEnded, onAgentDeleted },
    migrations: new URL('./migrations/', import.meta.url),
    media: mediaOf(exchange),
    routes: mountDoors,
    async start(context) {
      await Promise.all([warmVoiceActivity(), warmNoiseSuppression()])
      await exchange.open(context)
      const stop = watchOver(context, exchange)
      return async () => {
        await stop()
        exchange.close()
      }
    },
  })
}
