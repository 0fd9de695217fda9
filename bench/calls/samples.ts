import { quantile } from '../figure.ts'

/** Many numbers, kept without a heap object for each. */
export class Samples {
  #values = new Float64Array(1_024)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#count++] = value
  }

  /** What is told of them. All null when there are none. */
  summary(): Summary {
    const values = this.#values.subarray(0, this.#count) as unknown as readonly number[]
    const at = (part: number) => (this.#count === 0 ? null : quantile(values, part))
    return { count: this.#count, p50: at(0.5), p99: at(0.99), highest: at(1) }
  }

  /** Which part of them is at most so high; of none, none. */
  partWithin(limit: number): number {
    if (this.#count === 0) return 0
    let within = 0
    for (let index = 0; index < this.#count; index++) if (this.#values[index]! <= limit) within++
    return within / this.#count
  }
}

export type Summary = { count: number; p50: number | null; p99: number | null; highest: number | null }
