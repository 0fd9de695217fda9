import type { RecognitionEngine } from './recognition.ts'
import type { SpeechEngine } from './speech.ts'

/** Vendors of speech; all but the last have an address of their own, and the last one only speaks. */
export type SpeechVendorKind = 'deepgram' | 'google' | 'openai' | 'elevenlabs' | 'http'

/** What an organisation has configured for one vendor and one of its two trades, speaking or listening. */
export type SpeechVendorSettings = {
  kind: SpeechVendorKind
  /** What people call the connection. */
  name: string
  key: string | undefined
  /** Null: the vendor's own address. */
  baseUrl: string | null
  /** Null: the vendor's usual model. */
  model: string | null
  /** What else this kind understands, by name; what it does not know is passed over. */
  options: Readonly<Record<string, string>>
}

/** Makes an engine that speaks through a vendor; nothing is asked of the vendor yet. Throws `PortFault` with a sentence for people when the settings cannot be used. */
export type SpeechMaker = (settings: SpeechVendorSettings) => SpeechEngine

/** Makes an engine that listens through a vendor; nothing is asked of the vendor yet. Throws `PortFault` with a sentence for people when the settings cannot be used. */
export type RecognitionMaker = (settings: SpeechVendorSettings) => RecognitionEngine
