import type { Language } from '@myna/contracts/page'
import type { SpeechProviderKind } from '@myna/contracts/voice-providers'
import type { ColumnType, Generated } from 'kysely'

/** JSON is written as text and read as what it says. */
type Json<T> = ColumnType<T, string, string>

export type SpeechProviderTable = {
  tenant_id: string
  id: string
  kind: SpeechProviderKind
  name: string
  speaks: boolean
  listens: boolean
  sealed_key: string | null
  base_url: string | null
  model: string | null
  options: Json<Record<string, string>>
  sealed_options: string | null
  enabled: boolean
  position: number
  revision: Generated<number>
  /** What the contract calls the revision. */
  edition: Generated<number>
  last_error: string | null
  last_error_at: Date | null
  created_at: Date
}

export type VoicePresetTable = {
  tenant_id: string
  id: string
  name: string
  voice_id: string
  language: Language
  speed: number
  pitch: number
  volume: number
  created_at: Date
}

export type Tables = { speech_providers: SpeechProviderTable; voice_presets: VoicePresetTable }
