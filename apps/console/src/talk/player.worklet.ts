import { Playout, type PlayoutEvent } from './playout.ts'

/** What the main thread posts: sound of an utterance, its end, or a cut. */
export type PlayerOrder = { id: string; pcm: ArrayBuffer } | { id: string; end: true } | { cut: true }
/** What the player posts: events of playout, and the loudness of what is heard, every 32 ms. */
export type PlayerNews = PlayoutEvent | { type: 'loudness'; loudness: number }

const blocksBetweenNews = 4

/** The loudspeaker's side of playout. */
class Player extends AudioWorkletProcessor {
  readonly #playout = new Playout(40, (event) => this.port.postMessage(event satisfies PlayerNews))
  #blocks = 0
  #loudest = 0
  #wasLoud = false

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<PlayerOrder>) => {
      if ('cut' in data) this.#playout.cut()
      else if ('end' in data) this.#playout.end(data.id)
      else this.#playout.push(data.id, new Int16Array(data.pcm))
    }
  }

  process(_: Float32Array[][], outputs: Float32Array[][]): boolean {
    const out = outputs[0]?.[0]
    if (!out) return true
    this.#playout.fill(out)
    for (const sample of out) this.#loudest = Math.max(this.#loudest, Math.abs(sample))
    if (++this.#blocks === blocksBetweenNews) {
      if (this.#loudest > 0 || this.#wasLoud) this.port.postMessage({ type: 'loudness', loudness: this.#loudest } satisfies PlayerNews)
      this.#wasLoud = this.#loudest > 0
      this.#loudest = 0
      this.#blocks = 0
    }
    return true
  }
}

registerProcessor('player', Player)
