import type { SoundFormat } from './sound.ts'
import type { SpeechLanguage } from './speech.ts'

/** What was heard: `final` texts do not change any more. `confidence` from 0 to 1, where the engine gives one. */
export type Recognised = { text: string; final: boolean; language: SpeechLanguage; confidence?: number }

export type ListenRequest = {
  /** What the caller may speak, likeliest first; at least one of the engine's `languages`. */
  languages: readonly SpeechLanguage[]
  /** One of the engine's `formats`. */
  format: SoundFormat
  /** Words that are likely although rare, such as names of the business; an engine that cannot use them passes them over. */
  phrases: readonly string[]
}

/** One listening: feed it sound, read texts. */
export type RecognitionStream = {
  /** Sound in the format asked for; any length. Synchronous, never blocks. Only the sound of turns is fed, with half a second before each. */
  feed(sound: Uint8Array): void
  /** The utterance is over: a final text follows, possibly empty. */
  endUtterance(): void
  /** What the next utterances are expected to be, for an engine that listens by grammar; empty: anything. */
  expect?(phrases: readonly string[]): void
  /** Throws `PortFault` when the engine cannot hear any more. */
  texts: AsyncIterable<Recognised>
  close(): void
}

/** What any streaming speech-to-text engine must give. */
export type RecognitionEngine = {
  readonly name: string
  readonly languages: readonly SpeechLanguage[]
  /** What it takes without conversion, best first; `pcm-16k` is always among them. */
  readonly formats: readonly SoundFormat[]
  available(): Promise<{ available: boolean; sentence: string }>
  /** Throws `PortFault` when it cannot listen. */
  listen(request: ListenRequest, signal: AbortSignal): Promise<RecognitionStream>
  close(): Promise<void>
}
