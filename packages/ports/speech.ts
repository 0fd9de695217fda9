/** Languages by the codes the contracts use. */
export type SpeechLanguage = 'en' | 'hi' | 'hinglish' | 'bn'

export type SpeechVoice = { id: string; name: string; language: SpeechLanguage; gender: 'female' | 'male' | 'neutral' }

export type SpeechRequest = {
  text: string
  /** Id of a voice of this engine. */
  voice: string
  /** 1 is the pace, height and loudness the voice has by itself. */
  speed: number
  pitch: number
  volume: number
}

/** What any text-to-speech engine must give. */
export type SpeechEngine = {
  readonly name: string
  /** Whether it can speak here and now, and if not, the sentence that says what is missing. */
  available(): Promise<{ available: boolean; sentence: string }>
  voices(): Promise<SpeechVoice[]>
  /**
   * Speaks: 16 kHz mono PCM, 16 bit little-endian, in chunks of 20 to 200 ms as they are made. Aborting stops the work
   * within 50 ms and ends the iteration without an error. Throws `PortFault`.
   */
  speak(request: SpeechRequest, signal: AbortSignal): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
