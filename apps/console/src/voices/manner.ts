import type { Spoken, Voice, VoicePreset } from '#api/shapes.ts'

/** How a voice speaks. */
export type Manner = { voiceId: string; speed: number; pitch: number; volume: number }

/** As a voice speaks by itself. */
export const usualManner: Manner = { voiceId: '', speed: 1, pitch: 1, volume: 1 }

export type VoiceFilter = { language: Spoken; engine?: string | undefined; gender?: Voice['gender'] | undefined }

/** Voices of a language that fit a filter, in the order of their engines. */
export function fittingVoices(voices: readonly Voice[], { language, engine, gender }: VoiceFilter): Voice[] {
  return voices.filter((it) => it.language === language && (!engine || it.engine === engine) && (!gender || it.gender === gender))
}

/** The wished voice if it is among those, or else the first, or the one after `besides`, so that two voices differ where they can. */
export function chosenVoice(voices: readonly Voice[], wished: string, besides?: string): Voice | undefined {
  return voices.find((it) => it.id === wished) ?? voices.find((it) => it.id !== besides) ?? voices[0]
}

/** A saved voice, wherever the id of a voice is asked for. */
export const presetVoice = ({ id }: Pick<VoicePreset, 'id'>): string => `preset:${id}`
