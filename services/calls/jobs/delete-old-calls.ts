import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { lineSettings } from '#telephone/lines.ts'

const dayMs = 86_400_000
/** Calls looked at in one go, of one organisation. */
const atOnce = 500

/** Deletes recordings and transcripts that are older than their organisation keeps them. */
export const deleteOldCalls = job({
  input: z.object({}),
  retries: 1,
  backoffMs: 60_000,
  timeoutMs: 600_000,
  schedule: '17 * * * *',
  async run(_input, context: Context, { signal }) {
    const tenants = await context.db.global((tx) => tx.selectFrom('kept_calls').select('tenant_id').distinct().execute())
    for (const { tenant_id: tenantId } of tenants) {
      if (signal.aborted) return
      await tidy(context.as({ ...context.caller, tenantId })).catch((error: unknown) =>
        context.log.error({ err: error, tenantId }, 'old calls could not be deleted'),
      )
    }
  },
})

async function tidy(context: Context): Promise<void> {
  const { db, caller, tenantId, ports, clock } = context
  const { keepRecordingsDays, keepTranscriptsDays } = await lineSettings(context)
  const before = (days: number | null) => (days === null ? new Date(0) : new Date(clock.now().getTime() - days * dayMs))
  const [soundBefore, allBefore] = [before(keepRecordingsDays), before(keepTranscriptsDays)]
  const old = await db.global((tx) =>
    tx
      .selectFrom('kept_calls')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('ended_at', '<', soundBefore > allBefore ? soundBefore : allBefore)
      .orderBy('ended_at')
      .limit(atOnce)
      .execute(),
  )
  for (const { call_id: callId, ended_at: endedAt } of old) {
    const recording = await db.inTenant(caller, async (tx) => {
      const queries = createCallQueries(tx, tenantId)
      const row = await queries.look(callId)
      if (row && endedAt < allBefore) await queries.remove(callId)
      else if (row?.recording) await queries.update(callId, { recording: null, recording_bytes: null, waveform: null })
      if (!row || endedAt < allBefore || keepTranscriptsDays === null) await tx.deleteFrom('kept_calls').where('call_id', '=', callId).execute()
      if (row?.recording) await context.note(tx, { action: 'delete-recording', subject: `call:${callId}`, detail: { because: 'it is older than it is kept' } })
      return row?.recording
    })
    if (recording) await ports.recordings.delete(recording)
  }
}
