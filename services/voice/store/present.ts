import type { VoicePreset } from '@myna/contracts/voice-presets'
import type { SpeechProvider } from '@myna/contracts/voice-providers'
import type { Selectable } from 'kysely'
import type { SpeechProviderTable, VoicePresetTable } from '#store/tables.ts'

export type SpeechProviderRow = Selectable<SpeechProviderTable>
export type VoicePresetRow = Selectable<VoicePresetTable>

/** A vendor of speech without its key and other secrets. */
export function presentProvider(row: SpeechProviderRow): SpeechProvider {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    speaks: row.speaks,
    listens: row.listens,
    hasKey: row.sealed_key !== null,
    baseUrl: row.base_url,
    model: row.model,
    options: row.options,
    enabled: row.enabled,
    position: row.position,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at?.toISOString() ?? null,
    revision: row.edition,
    createdAt: row.created_at.toISOString(),
  }
}

/** A saved voice. */
export function presentPreset(row: VoicePresetRow): VoicePreset {
  return {
    id: row.id,
    name: row.name,
    voiceId: row.voice_id,
    language: row.language,
    speed: row.speed,
    pitch: row.pitch,
    volume: row.volume,
    createdAt: row.created_at.toISOString(),
  }
}
