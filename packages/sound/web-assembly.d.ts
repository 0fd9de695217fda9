declare module '@echogarden/fvad-wasm' {
  /** WebRTC's voice activity detector (libfvad): one instance of WebAssembly holds any number of detectors, by their addresses in its memory. */
  export type Fvad = {
    /** A new object once the memory has grown: read it anew each time. */
    readonly HEAP16: Int16Array
    _malloc(bytes: number): number
    _fvad_new(): number
    _fvad_free(detector: number): void
    _fvad_reset(detector: number): void
    /** Mode 0 to 3, the last the strictest; 0 on success. */
    _fvad_set_mode(detector: number, mode: number): number
    _fvad_set_sample_rate(detector: number, rate: number): number
    /** 1 voice, 0 none, −1 if the frame is not 10, 20 or 30 ms. */
    _fvad_process(detector: number, frame: number, samples: number): number
  }
  const load: () => Promise<Fvad>
  export default load
}

declare module '@echogarden/rnnoise-wasm' {
  /** RNNoise: frames of 480 samples at 48 kHz, as floats in the range of 16-bit samples. */
  export type Rnnoise = {
    /** A new object once the memory has grown: read it anew each time. */
    readonly HEAPF32: Float32Array
    _malloc(bytes: number): number
    _rnnoise_create(model: 0): number
    _rnnoise_destroy(state: number): void
    /** Gives how likely the frame is speech, 0 to 1. */
    _rnnoise_process_frame(state: number, to: number, from: number): number
  }
  const load: () => Promise<Rnnoise>
  export default load
}
