import type { PaceWheel } from './pace-wheel.ts'
import { frameSamples } from './test-sound.ts'

type Options = {
  wheel: PaceWheel
  /** 20 ms of PCM leave now; valid only during the call. */
  leave: (pcm: Int16Array) => void
  /** All that was added has been heard. */
  drained?: () => void
  /** Who adds more than this is asked to wait. */
  roomMs?: number
}

/** Takes sound as fast as it is made and lets it go at the pace of speech: the first frame at once, the others on the wheel. */
export class PacedSound {
  readonly #options: Options
  readonly #room: number
  readonly #frame = new Int16Array(frameSamples)
  #chunks: Int16Array[] = []
  #at = 0
  #samples = 0
  #isEnded = true
  #isHeld = false
  #missed = 0
  #leaveWheel: (() => void) | undefined
  #waiting: (() => void)[] = []

  constructor(options: Options) {
    this.#options = options
    this.#room = (options.roomMs ?? Number.POSITIVE_INFINITY) * 8
  }

  get queuedMs(): number {
    return this.#samples / 8
  }

  get isPlaying(): boolean {
    return this.#leaveWheel !== undefined
  }

  /** More of the answer; `pcm` must stay as it is until it has left. The promise, if any, ends when there is room again. */
  add(pcm: Int16Array): Promise<void> | undefined {
    this.#isEnded = false
    this.#chunks.push(pcm)
    this.#samples += pcm.length
    this.#begin()
    // A frame that was due while there was none leaves as soon as it can.
    while (this.#missed > 0 && this.#samples >= frameSamples) {
      this.#missed--
      this.#pop()
    }
    return this.#samples > this.#room ? new Promise((resolve) => this.#waiting.push(resolve)) : undefined
  }

  /** The answer is whole. */
  end(): void {
    this.#isEnded = true
    if (!this.isPlaying && this.#samples === 0) queueMicrotask(() => !this.isPlaying && this.#options.drained?.())
  }

  /** Stops where it is. */
  hold(): void {
    this.#isHeld = true
    this.#stop()
  }

  /** Goes on where it stopped. */
  resume(): void {
    this.#isHeld = false
    this.#begin()
  }

  /** Throws away what has not left. */
  clear(): void {
    this.#chunks = []
    this.#at = 0
    this.#samples = 0
    this.#isEnded = true
    this.#isHeld = false
    this.#stop()
    this.#makeRoom()
  }

  frameDue(): void {
    if (this.#samples >= frameSamples || (this.#isEnded && this.#samples > 0)) return this.#pop()
    if (!this.#isEnded) return void this.#missed++
    this.#stop()
    this.#options.drained?.()
  }

  #begin(): void {
    if (this.isPlaying || this.#isHeld || this.#samples < frameSamples) return
    this.#leaveWheel = this.#options.wheel.add(this)
    this.#pop()
  }

  #stop(): void {
    this.#leaveWheel?.()
    this.#leaveWheel = undefined
    this.#missed = 0
  }

  #pop(): void {
    const first = this.#chunks[0]!
    let frame: Int16Array
    if (this.#at + frameSamples <= first.length) {
      frame = first.subarray(this.#at, this.#at + frameSamples)
      this.#forward(first, frameSamples)
    } else {
      frame = this.#frame.fill(0)
      for (let filled = 0; filled < frameSamples && this.#chunks.length > 0; ) {
        const chunk = this.#chunks[0]!
        const part = Math.min(frameSamples - filled, chunk.length - this.#at)
        frame.set(chunk.subarray(this.#at, this.#at + part), filled)
        filled += part
        this.#forward(chunk, part)
      }
    }
    this.#options.leave(frame)
    if (this.#samples <= this.#room) this.#makeRoom()
  }

  #forward(chunk: Int16Array, samples: number): void {
    this.#samples -= samples
    this.#at += samples
    if (this.#at < chunk.length) return
    this.#chunks.shift()
    this.#at = 0
  }

  #makeRoom(): void {
    if (this.#waiting.length === 0) return
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
