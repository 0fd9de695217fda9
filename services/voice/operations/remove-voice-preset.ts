import type { Handle } from '#context.ts'
import { createPresetQueries } from '#store/preset-queries.ts'

/** Forgets a saved voice; who uses it speaks with the usual one. */
export const removeVoicePreset: Handle<'removeVoicePreset'> = async ({ presetId }, context) => {
  const { caller, db, tenantId } = context
  await db.inTenant(caller, async (tx) => {
    const { name, voice_id: voiceId } = await createPresetQueries(tx, tenantId).remove(presetId)
    await context.note(tx, { action: 'remove-voice-preset', subject: `voice-preset:${presetId}`, detail: { name, voiceId } })
  })
  return {}
}
