declare module 'sherpa-onnx-node' {
  type Sound = { samples: Float32Array; sampleRate: number }
  type Stream = { acceptWaveform(sound: Sound): void }
  export type OnlineStream = Stream & { inputFinished(): void }
  export type OnlineRecognizer = {
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    decode(stream: OnlineStream): void
    getResult(stream: OnlineStream): { text: string }
  }
  export type OfflineRecognizer = { createStream(): Stream; decode(stream: Stream): void; getResult(stream: Stream): { text: string } }
  export type OfflineTts = {
    readonly sampleRate: number
    readonly numSpeakers: number
    /** `onProgress` is given what was made since it was called last; 0 asks to stop. */
    generateAsync(it: { text: string; sid: number; speed: number; onProgress: (made: { samples: Float32Array }) => number }): Promise<Sound>
  }
  /** Configurations are objects of the C++ library; a file that is missing throws, one that is no model ends the process. */
  const library: {
    OnlineRecognizer: new (config: object) => OnlineRecognizer
    OfflineRecognizer: new (config: object) => OfflineRecognizer
    OfflineTts: { createAsync(config: object): Promise<OfflineTts> }
  }
  export default library
}
