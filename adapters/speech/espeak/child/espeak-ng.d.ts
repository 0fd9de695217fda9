declare module '@echogarden/espeak-ng-emscripten' {
  /** One espeak-ng instance: one voice at a time, synchronous. */
  export type EspeakWorker = {
    /** 0 on success; anything else leaves the voice that was set before. All five arguments are needed. */
    set_voice(name: string, language: string, gender: number, age: number, variant: number): number
    set_rate(wordsPerMinute: number): void
    set_pitch(pitch: number): void
    get_samplerate(): number
    /** Calls back with every 100 ms of sound; a callback that returns true stops it. */
    synthesize(text: string, onSound: (samples: Int16Array, events: unknown[]) => boolean): void
  }
  const load: () => Promise<{ eSpeakNGWorker: new () => EspeakWorker }>
  export default load
}
