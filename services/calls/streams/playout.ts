import { createFramer } from '#streams/framer.ts'
import { frameMs } from '#streams/sound.ts'

/** Where sound goes. */
export type Speaker = {
  /** Called right before the first frame. */
  begin(): void
  /** One frame, to be heard at `heardAt` in `performance.now()` time. */
  frame(pcm: Uint8Array, heardAt: number): void
  /** All sound was handed over; it lasts this long. */
  end(durationMs: number): void
  /** Whether the way out takes more just now. */
  ready(): boolean
}

/** Sound is handed over this much ahead of when it is heard: enough for a network to stumble, little enough to stop at once. */
export const leadMs = 300
/** Whoever makes sound pauses when this much waits here. */
const enoughMs = 2_000

/**
 * Hands sound over at the pace of speech, frame by frame and synchronously. It drifts with no timer, since every frame is due by the clock; when
 * sound runs dry or the way out is blocked, what follows is heard that much later. Timers of equal length share one list in Node: many
 * calls cost one wake-up every 20 ms.
 */
export class Playout {
  readonly #speaker: Speaker
  readonly #framer = createFramer((frame) => void this.#frames.push(frame))
  #frames: Uint8Array[] = []
  #sentMs = 0
  /** When the sound would have begun to be heard without any stop in between. */
  #beganAt: number | undefined
  #timer: NodeJS.Timeout | undefined
  #closing = false
  #ended = false
  #overAt: number | undefined
  #wake = () => {}

  constructor(speaker: Speaker) {
    this.#speaker = speaker
  }

  get begun(): boolean {
    return this.#beganAt !== undefined
  }

  /** No frame will follow: it was heard to the end or stopped. */
  get over(): boolean {
    return this.#overAt !== undefined
  }

  /** How much of the sound has been heard by now, as far as this side can tell. */
  get playedMs(): number {
    return this.#beganAt === undefined ? 0 : Math.min(this.#sentMs, (this.#overAt ?? performance.now()) - this.#beganAt)
  }

  /** When the sound `atMs` from its beginning is heard, in `performance.now()` time; only once it has begun. */
  momentOf(atMs: number): number {
    return (this.#beganAt ?? performance.now()) + atMs
  }

  /** Length of all sound so far, sent or waiting. */
  get lengthMs(): number {
    return this.#sentMs + this.#frames.length * frameMs
  }

  /** Adds sound. The first frame leaves before this returns. */
  write(pcm: Uint8Array): void {
    if (this.over) return
    this.#framer.push(pcm)
    this.#timer ??= setInterval(() => this.#tick(), frameMs)
    this.#tick()
  }

  /** Fills the last frame of a sentence up with silence. */
  fill(): void {
    if (!this.over) this.#framer.fill()
  }

  /** Resolves when there is room for more sound, at once as a rule. */
  async room(): Promise<void> {
    while (!this.over && this.#frames.length * frameMs > enoughMs) await this.#woken()
  }

  /** Says that all sound was written; resolves when it has been heard or stopped. */
  async finish(): Promise<void> {
    this.#closing = true
    if (this.#timer) this.#tick()
    else this.stop()
    while (!this.over) await this.#woken()
  }

  /** Sends no frame from now on. */
  stop(): void {
    this.#overAt ??= performance.now()
    this.#frames = []
    clearInterval(this.#timer)
    this.#wake()
  }

  #tick(): void {
    if (this.over) return
    const now = performance.now()
    if (this.#frames.length > 0 && this.#speaker.ready()) {
      if (this.#beganAt === undefined) {
        this.#beganAt = now
        this.#speaker.begin()
      }
      this.#beganAt = Math.max(this.#beganAt, now - this.#sentMs)
      let sent = 0
      while (sent < this.#frames.length && this.#sentMs < now - this.#beganAt + leadMs) {
        this.#speaker.frame(this.#frames[sent]!, this.#beganAt + this.#sentMs)
        this.#sentMs += frameMs
        sent++
      }
      if (sent > 0) this.#frames.splice(0, sent)
    }
    if (this.#closing && this.#frames.length === 0) {
      if (!this.#ended && this.begun) this.#speaker.end(this.#sentMs)
      this.#ended = true
      if (now - (this.#beganAt ?? now) >= this.#sentMs) return this.stop()
    }
    this.#wake()
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
