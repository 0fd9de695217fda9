import type { PlayoutEvent } from './playout.ts'

type Loudspeaker = { silence: (on: boolean) => void }

/** Sound is heard so much later than the server says that it begins: its own lead and the browser's wait for late packets. */
const heardAfterMs = 120

/**
 * What is heard of turns whose sound comes over a peer connection. Nobody there counts samples, so the clock does: from what the server says of a turn's beginning and length.
 * A turn may be paused and go on, as often as it likes.
 */
export class PeerPlayout {
  readonly #loudspeaker: Loudspeaker
  readonly #tell: (event: PlayoutEvent) => void
  #current: { id: string; startedAt: number } | undefined
  /** What was heard of the turn before its latest start. */
  #before = { id: '', ms: 0 }
  #ending: ReturnType<typeof setTimeout> | undefined

  constructor(loudspeaker: Loudspeaker, tell: (event: PlayoutEvent) => void) {
    this.#loudspeaker = loudspeaker
    this.#tell = tell
  }

  /** The server sends a turn, or goes on with it. */
  begin(id: string): void {
    clearTimeout(this.#ending)
    if (this.#before.id !== id) this.#before = { id, ms: 0 }
    this.#current = { id, startedAt: performance.now() + heardAfterMs }
    this.#loudspeaker.silence(false)
    this.#tell({ type: 'started', id, playedMs: 0 })
  }

  /** All of a turn was sent; it lasts this long from its first beginning. */
  end(id: string, durationMs: number): void {
    if (this.#current?.id !== id) return
    clearTimeout(this.#ending)
    const restMs = durationMs - this.#before.ms - this.#playedMs()
    this.#ending = setTimeout(() => this.#over('done', Math.max(0, durationMs - this.#before.ms)), Math.max(0, restMs))
  }

  /** Silent at once. */
  cut(): void {
    if (!this.#current) return
    this.#loudspeaker.silence(true)
    this.#over('cut', this.#playedMs())
  }

  /** The turn comes another way from here on: what was heard of it since its latest start. */
  leave(): number {
    clearTimeout(this.#ending)
    const heardMs = this.#playedMs()
    this.#current = undefined
    return heardMs
  }

  #playedMs(): number {
    return this.#current ? Math.max(0, Math.round(performance.now() - this.#current.startedAt)) : 0
  }

  #over(type: 'done' | 'cut', playedMs: number): void {
    clearTimeout(this.#ending)
    const { id } = this.#current!
    this.#current = undefined
    this.#before.ms += playedMs
    this.#tell({ type, id, playedMs })
  }
}
