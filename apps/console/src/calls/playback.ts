import type { Recording } from './recording.ts'

/** Plays a recording from any point. It lives from its making to `close`. */
export class Playback {
  readonly durationMs: number
  readonly #recording: Recording
  readonly #onChange: () => void
  #context: AudioContext | undefined
  #buffer: AudioBuffer | undefined
  #source: AudioBufferSourceNode | undefined
  #startedAt = 0
  #fromMs = 0

  constructor(recording: Recording, onChange: () => void) {
    this.#recording = recording
    this.durationMs = recording.durationMs
    this.#onChange = onChange
  }

  get playing(): boolean {
    return this.#source !== undefined
  }

  /** Where the needle is, in milliseconds from the start. */
  get positionMs(): number {
    if (!this.#source || !this.#context) return this.#fromMs
    return Math.min(this.durationMs, this.#fromMs + (this.#context.currentTime - this.#startedAt) * 1000)
  }

  play(): void {
    if (this.playing) return
    if (this.#fromMs >= this.durationMs) this.#fromMs = 0
    this.#context ??= new AudioContext()
    this.#buffer ??= this.#decode(this.#context)
    void this.#context.resume()
    const source = this.#context.createBufferSource()
    source.buffer = this.#buffer
    source.connect(this.#context.destination)
    source.onended = () => {
      if (this.#source !== source) return
      this.#fromMs = this.durationMs
      this.#source = undefined
      this.#onChange()
    }
    source.start(0, this.#fromMs / 1000)
    this.#startedAt = this.#context.currentTime
    this.#source = source
    this.#onChange()
  }

  pause(): void {
    this.#fromMs = this.positionMs
    this.#halt()
    this.#onChange()
  }

  seek(ms: number): void {
    const wasPlaying = this.playing
    this.#halt()
    this.#fromMs = Math.max(0, Math.min(this.durationMs, ms))
    if (wasPlaying) this.play()
    else this.#onChange()
  }

  close(): void {
    this.#halt()
    void this.#context?.close()
    this.#context = undefined
  }

  #halt(): void {
    const source = this.#source
    this.#source = undefined
    source?.stop()
  }

  /** Both lanes in the middle: headphones with one speaker an ear are tiring. */
  #decode(context: AudioContext): AudioBuffer {
    const { caller, agent, sampleRate } = this.#recording
    const buffer = context.createBuffer(1, Math.max(1, caller.length), sampleRate)
    const out = buffer.getChannelData(0)
    for (let i = 0; i < caller.length; i++) out[i] = Math.max(-1, Math.min(1, (caller[i]! + agent[i]!) / 32768))
    return buffer
  }
}
