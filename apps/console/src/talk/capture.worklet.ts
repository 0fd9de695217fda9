import { createResampler } from './resampler.ts'
import { createSpeechGate } from './speech-gate.ts'

const frameSamples = 320

/** What the capture worklet posts every 20 ms: 16 kHz mono Int16, its loudness, and whether speech started or ended. */
export type Captured = { frame: ArrayBuffer; loudness: number; speech: 'start' | 'end' | undefined }

/** Microphone to 20 ms frames, whatever the rate of the device. The main thread posts `true` while the agent speaks. */
class Capture extends AudioWorkletProcessor {
  readonly #resample = createResampler(sampleRate, 16000)
  readonly #gate = createSpeechGate()
  #frame = new Int16Array(frameSamples)
  #at = 0
  #energy = 0
  #guarded = false

  constructor() {
    super()
    this.port.onmessage = (event: MessageEvent<boolean>) => {
      this.#guarded = event.data
    }
  }

  readonly #take = (sample: number): void => {
    const held = sample < -1 ? -1 : sample > 1 ? 1 : sample
    this.#energy += held * held
    this.#frame[this.#at++] = held * 32767
    if (this.#at < frameSamples) return
    const loudness = Math.sqrt(this.#energy / frameSamples)
    const frame = this.#frame.buffer
    this.port.postMessage({ frame, loudness, speech: this.#gate(loudness, this.#guarded) } satisfies Captured, [frame])
    this.#frame = new Int16Array(frameSamples)
    this.#at = 0
    this.#energy = 0
  }

  process(inputs: Float32Array[][]): boolean {
    const channel = inputs[0]?.[0]
    if (channel) this.#resample(channel, this.#take)
    return true
  }
}

registerProcessor('capture', Capture)
