/** What happens while sound plays: an utterance starts, is over, or was cut; `playedMs` is how much of it was heard. */
export type PlayoutEvent = { type: 'started' | 'done' | 'cut'; id: string; playedMs: number }

type Piece = { id: string; samples: Int16Array } | { id: string; end: true }

const rate = 16000
/** Sound waiting longer than this is not kept: memory has a bound, whatever the server sends. */
export const longestQueueMs = 120_000
const fadeSamples = 80

/**
 * The queue between the network and the loudspeaker: 16 kHz mono Int16 in, floats out. An utterance starts once `prebufferMs` of it are
 * there or it is whole; when it runs dry it waits for as much again. Cutting fades out over 5 ms, so that it does not click.
 */
export class Playout {
  readonly #pieces: Piece[] = []
  readonly #prebuffer: number
  readonly #tell: (event: PlayoutEvent) => void
  #offset = 0
  #queued = 0
  #current: { id: string; played: number } | undefined
  #flowing = false
  #fade: Float32Array | undefined
  /** How often the queue ran dry in the middle of an utterance. */
  underruns = 0
  /** Samples thrown away because too much waited. */
  dropped = 0

  constructor(prebufferMs: number, tell: (event: PlayoutEvent) => void) {
    this.#prebuffer = (prebufferMs * rate) / 1000
    this.#tell = tell
  }

  /** Adds sound of an utterance. */
  push(id: string, samples: Int16Array): void {
    if (((this.#queued + samples.length) / rate) * 1000 > longestQueueMs) this.dropped += samples.length
    else {
      this.#pieces.push({ id, samples })
      this.#queued += samples.length
    }
  }

  /** Says that an utterance is whole. */
  end(id: string): void {
    this.#pieces.push({ id, end: true })
  }

  /** Throws away what waits and stops at once. */
  cut(): void {
    const current = this.#current
    if (current && this.#flowing) {
      const tail = new Float32Array(fadeSamples)
      const length = this.#read(tail)
      for (let i = 0; i < length; i++) tail[i]! *= 1 - i / fadeSamples
      this.#fade = tail.subarray(0, length)
    }
    this.#pieces.length = 0
    this.#offset = 0
    this.#queued = 0
    this.#flowing = false
    if (!current) return
    this.#current = undefined
    this.#tell({ type: 'cut', id: current.id, playedMs: (current.played / rate) * 1000 })
  }

  /** Fills a block of output; silence where there is nothing. */
  fill(out: Float32Array): void {
    let from = 0
    if (this.#fade) {
      const part = this.#fade.subarray(0, out.length)
      out.set(part)
      from = part.length
      this.#fade = this.#fade.length > out.length ? this.#fade.subarray(out.length) : undefined
    }
    while (from < out.length) {
      if (!this.#flowing && !this.#mayFlow()) return
      const read = this.#read(out.subarray(from))
      from += read
      if (from < out.length && !this.#turnPage()) return
    }
  }

  #mayFlow(): boolean {
    const first = this.#pieces[0]
    if (!first) return false
    const whole = this.#pieces.some((it) => it.id === first.id && 'end' in it)
    if (!whole && this.#queued < this.#prebuffer) return false
    if (this.#current?.id !== first.id) {
      this.#current = { id: first.id, played: 0 }
      this.#tell({ type: 'started', id: first.id, playedMs: 0 })
    }
    this.#flowing = true
    return true
  }

  /** Copies sound of the current utterance; less than asked when it ends or runs dry. */
  #read(out: Float32Array): number {
    let at = 0
    while (at < out.length) {
      const piece = this.#pieces[0]
      if (!piece || 'end' in piece || piece.id !== this.#current?.id) break
      const length = Math.min(out.length - at, piece.samples.length - this.#offset)
      for (let i = 0; i < length; i++) out[at + i] = piece.samples[this.#offset + i]! / 32768
      at += length
      this.#offset += length
      if (this.#offset === piece.samples.length) {
        this.#pieces.shift()
        this.#offset = 0
      }
    }
    this.#queued -= at
    if (this.#current) this.#current.played += at
    return at
  }

  /** At the end of an utterance says so; true if there may be more to play in this block. */
  #turnPage(): boolean {
    this.#flowing = false
    const piece = this.#pieces[0]
    if (!piece) {
      this.underruns++
      return false
    }
    const current = this.#current
    if ('end' in piece) this.#pieces.shift()
    if (current) this.#tell({ type: 'done', id: current.id, playedMs: (current.played / rate) * 1000 })
    this.#current = undefined
    return this.#pieces.length > 0
  }
}
