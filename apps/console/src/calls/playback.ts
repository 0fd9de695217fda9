import type { Recording } from './recording.ts'

/** Plays a recording from any point; it is fetched when it is first played. It lives from its making to `close`. */
export class Playback {
  readonly durationMs: number
  readonly #load: () => Promise<Recording>
  readonly #onChange: () => void
  #context: AudioContext | undefined
  #buffer: AudioBuffer | undefined
  #source: AudioBufferSourceNode | undefined
  #startedAt = 0
  #fromMs = 0
  #wanted = false
  #closed = false

  constructor(durationMs: number, load: () => Promise<Recording>, onChange: () => void) {
    this.durationMs = durationMs
    this.#load = load
    this.#onChange = onChange
  }

  get playing(): boolean {
    return this.#source !== undefined
  }

  /** It shall play, and waits for the sound. */
  get loading(): boolean {
    return this.#wanted && !this.playing
  }

  /** Where the needle is, in milliseconds from the start. */
  get positionMs(): number {
    if (!this.#source || !this.#context) return this.#fromMs
    return Math.min(this.durationMs, this.#fromMs + (this.#context.currentTime - this.#startedAt) * 1000)
  }

  play(): void {
    if (this.playing || this.#closed) return
    if (this.#fromMs >= this.durationMs) this.#fromMs = 0
    // Made within the gesture of the person, or the browser keeps it silent.
    this.#context ??= new AudioContext()
    void this.#context.resume()
    this.#wanted = true
    if (this.#buffer) return this.#start(this.#context, this.#buffer)
    this.#onChange()
    void this.#fetch(this.#context)
  }

  async #fetch(context: AudioContext): Promise<void> {
    try {
      const recording = await this.#load()
      if (this.#closed) return
      this.#buffer ??= decode(context, recording)
      if (this.#wanted && !this.playing) this.#start(context, this.#buffer)
    } catch {
      // Whoever gave `load` shows what went wrong with it.
      this.#wanted = false
      this.#onChange()
    }
  }

  #start(context: AudioContext, buffer: AudioBuffer): void {
    const source = context.createBufferSource()
    source.buffer = buffer
    source.connect(context.destination)
    source.onended = () => {
      if (this.#source !== source) return
      this.#fromMs = this.durationMs
      this.#source = undefined
      this.#wanted = false
      this.#onChange()
    }
    source.start(0, this.#fromMs / 1000)
    this.#startedAt = context.currentTime
    this.#source = source
    this.#onChange()
  }

  pause(): void {
    this.#fromMs = this.positionMs
    this.#wanted = false
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
    this.#closed = true
    this.#halt()
    void this.#context?.close()
    this.#context = undefined
  }

  #halt(): void {
    const source = this.#source
    this.#source = undefined
    source?.stop()
  }
}

/** Both lanes in the middle: headphones with one speaker an ear are tiring. */
function decode(context: AudioContext, { caller, agent, sampleRate }: Recording): AudioBuffer {
  const buffer = context.createBuffer(1, Math.max(1, caller.length), sampleRate)
  const out = buffer.getChannelData(0)
  for (let i = 0; i < caller.length; i++) out[i] = Math.max(-1, Math.min(1, (caller[i]! + agent[i]!) / 32768))
  return buffer
}
