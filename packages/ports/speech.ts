import type { SoundFormat } from './sound.ts'

/** Languages by the codes the contracts use. */
export type SpeechLanguage = 'en' | 'hi' | 'hinglish' | 'bn'

export type SpeechVoice = { id: string; name: string; language: SpeechLanguage; gender: 'female' | 'male' | 'neutral' }

export type SpeechRequest = {
  text: string
  /** Id of a voice of this engine. */
  voice: string
  /** What the text is written in: one voice of a vendor may speak several languages. */
  language: SpeechLanguage
  /** One of the engine's `formats`. */
  format: SoundFormat
  /** 1 is the pace, height and loudness the voice has by itself. */
  speed: number
  pitch: number
  volume: number
}

/** What any text-to-speech engine must give. */
export type SpeechEngine = {
  readonly name: string
  /** What it can make by itself, best first; `pcm-16k` is always among them. */
  readonly formats: readonly SoundFormat[]
  /** Whether it can speak here and now, and if not, the sentence that says what is missing. */
  available(): Promise<{ available: boolean; sentence: string }>
  voices(): Promise<SpeechVoice[]>
  /**
   * Speaks: sound in the wished format, in chunks of 20 to 200 ms as they are made. Aborting stops the work within 50 ms and ends the iteration
   * without an error. Throws `PortFault`.
   */
  speak(request: SpeechRequest, signal: AbortSignal): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
