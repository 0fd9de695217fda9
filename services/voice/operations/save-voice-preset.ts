import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { offeredVoices } from '#dispatch/offered-voices.ts'
import { presentPreset } from '#store/present.ts'
import { createPresetQueries } from '#store/preset-queries.ts'

const patienceMs = 5_000

/** Saves a voice that is there now, with its manner. */
export const saveVoicePreset: Handle<'saveVoicePreset'> = async (input, context) => {
  const { name, voiceId, language, speed, pitch, volume } = input
  const { caller, clock, db, tenantId } = context
  const candidates = await deskOf(context).speakersOf(context)
  const has = (offered: readonly { id: string }[]) => offered.some((it) => it.id === voiceId)
  const { offered } = await offeredVoices(candidates, { ms: patienceMs, enough: has, signal: context.signal })
  if (!has(offered)) throw new Fault('voice.voice_not_found', { voiceId })
  const row = await db.inTenant(caller, async (tx) => {
    const made = await createPresetQueries(tx, tenantId).insert({
      id: newId(),
      name,
      voice_id: voiceId,
      language,
      speed,
      pitch,
      volume,
      created_at: clock.now(),
    })
    await context.note(tx, { action: 'save-voice-preset', subject: `voice-preset:${made.id}`, detail: { name, voiceId, language, speed, pitch, volume } })
    return made
  })
  return presentPreset(row)
}
