import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'

const fields = {
  name: z.string().trim().min(1).max(80),
  voiceId: z.string().max(200),
  language: Language,
  speed: z.number().min(0.5).max(2),
  pitch: z.number().min(0.5).max(2),
  volume: z.number().min(0).max(1),
}

export const VoicePreset = z
  .object({ id: Id, ...fields, createdAt: Moment })
  .meta({ id: 'VoicePreset', description: 'A voice with its manner, saved; wherever a voice id is asked for, `preset:<id>` is one.' })
export type VoicePreset = z.infer<typeof VoicePreset>

/** Voices with a manner, tried in the studio and saved. */
export const voicePresets = {
  listVoicePresets: operation({
    http: 'GET /voice/presets',
    summary: 'List saved voices',
    access: 'voice:read',
    input: z.object({ ...PageInput }),
    output: pageOf(VoicePreset),
  }),
  saveVoicePreset: operation({
    http: 'POST /voice/presets',
    summary: 'Save a voice with its manner',
    access: 'voice:configure',
    input: z.object({ ...fields, speed: fields.speed.default(1), pitch: fields.pitch.default(1), volume: fields.volume.default(1) }),
    output: VoicePreset,
    faults: ['voice.voice_not_found', 'voice.preset_taken'],
  }),
  removeVoicePreset: operation({
    http: 'DELETE /voice/presets/{presetId}',
    summary: 'Forget a saved voice; agents that use it speak with the usual one',
    access: 'voice:configure',
    input: z.object({ presetId: Id }),
    output: z.object({}),
    faults: ['voice.preset_not_found'],
  }),
}
