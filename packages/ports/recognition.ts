import type { SpeechLanguage } from './speech.ts'

/** What was heard: `final` texts do not change any more. */
export type Recognised = { text: string; final: boolean; language: SpeechLanguage }

/** One listening: feed it sound, read texts. */
export type RecognitionStream = {
  /** 16 kHz mono PCM, 16 bit little-endian; any length. Synchronous, never blocks. */
  feed(pcm: Uint8Array): void
  /** The utterance is over: a final text follows, possibly empty. */
  endUtterance(): void
  texts: AsyncIterable<Recognised>
  close(): void
}

/** What any streaming speech-to-text engine must give. */
export type RecognitionEngine = {
  readonly name: string
  readonly languages: readonly SpeechLanguage[]
  available(): Promise<{ available: boolean; sentence: string }>
  /** Throws `PortFault` when it cannot listen. */
  listen(language: SpeechLanguage, signal: AbortSignal): Promise<RecognitionStream>
  close(): Promise<void>
}
