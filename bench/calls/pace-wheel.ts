import { frameMs } from './test-sound.ts'

const slotMs = 5
const slots = frameMs / slotMs

/** What leaves the wheel every 20 ms until it is taken off. */
export type Paced = { frameDue(): void }

/** One timer for all calls of a process: each sits in the slot of its phase. A wheel that was held up makes up for what it missed; it never drifts. */
export class PaceWheel {
  readonly #slots: readonly Map<Paced, number>[] = Array.from({ length: slots }, () => new Map<Paced, number>())
  #size = 0
  #position = 0
  #timer: NodeJS.Timeout | undefined

  /** Due for the first time within 20 ms, then every 20 ms. Gives how to take it off. */
  add(it: Paced): () => void {
    const now = performance.now()
    const first = Math.floor((now + frameMs) / slotMs)
    const slot = this.#slots[first % slots]!
    slot.set(it, first)
    this.#size++
    if (!this.#timer) {
      this.#position = Math.floor(now / slotMs)
      this.#timer = setTimeout(this.#turn, slotMs)
    }
    return () => {
      if (slot.delete(it)) this.#size--
    }
  }

  readonly #turn = (): void => {
    const to = Math.floor(performance.now() / slotMs)
    while (this.#position < to) {
      this.#position++
      for (const [it, first] of this.#slots[this.#position % slots]!) if (first <= this.#position) it.frameDue()
    }
    this.#timer = this.#size === 0 ? undefined : setTimeout(this.#turn, Math.max(1, (this.#position + 1) * slotMs - performance.now()))
  }
}
