/**
 * What the caller's end hears of one answer. Its player begins 20 ms after the first frame came and never stops its clock, so frame k is wanted when the sound
 * before it is over. Lateness is how long after the first frame plus the sound before it a frame came: above 20 ms the player had nothing to play. Sound that
 * comes ahead of time, as carriers allow, is never late; size of frames does not matter.
 */
export class PlayoutChecker {
  #firstAt = 0
  #soundMs = 0

  /** A new answer, or one that goes on after a pause that was meant. */
  restart(): void {
    this.#soundMs = 0
  }

  /** A frame of `ms` came; gives its lateness in ms, at least 0. */
  frame(at: number, ms: number): number {
    if (this.#soundMs === 0) this.#firstAt = at
    const late = at - this.#firstAt - this.#soundMs
    this.#soundMs += ms
    return Math.max(0, late)
  }

  /** When all that came so far will have been played; 0: nothing came. */
  get playedAt(): number {
    return this.#soundMs === 0 ? 0 : this.#firstAt + this.#soundMs
  }
}

/** A frame that comes within this of its time is on time. */
export const onTimeMs = 20
