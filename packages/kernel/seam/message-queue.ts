/** Messages in order for one reader; ends when told to, throws when failed, and never grows past its limit. */
export class MessageQueue<T> implements AsyncIterable<T> {
  readonly #waiting: T[] = []
  readonly #limit: number
  #over: { error?: unknown } | undefined
  #wake: (() => void) | undefined

  /** `limit`: messages that may wait; one more fails the queue. */
  constructor(limit = 10_000) {
    this.#limit = limit
  }

  push(message: T): void {
    if (this.#over) return
    if (this.#waiting.length >= this.#limit) return this.fail(new Error('messages come faster than they are read'))
    this.#waiting.push(message)
    this.#wake?.()
  }

  end(): void {
    this.#over ??= {}
    this.#wake?.()
  }

  fail(error: unknown): void {
    this.#over ??= { error }
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.#waiting.length > 0) yield this.#waiting.shift()!
      if (this.#over) {
        if ('error' in this.#over) throw this.#over.error
        return
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
