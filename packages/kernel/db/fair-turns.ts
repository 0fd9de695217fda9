/** Turns at something that only so many may use at once. */
export type FairTurns = {
  /** Takes a turn for somebody: undefined when it is theirs at once, else resolves when it is. Throws when that takes longer than `patienceMs`. */
  take(whose: string): Promise<void> | undefined
  /** Gives a turn back. */
  give(): void
  readonly waiting: number
}

type Waiter = { begin(): void; timer: NodeJS.Timeout }

/**
 * Lets `atOnce` have a turn at the same time. Those who wait are let in by turns of whose they are, and in their order among themselves: whoever has much to do
 * waits behind his own, and not others behind him.
 */
export function createFairTurns({ atOnce, patienceMs }: { atOnce: number; patienceMs: number }): FairTurns {
  /** In the order of whose turn is next. */
  const lines = new Map<string, Waiter[]>()
  let busy = 0
  let waiting = 0

  function next(): Waiter | undefined {
    for (const [whose, line] of lines) {
      lines.delete(whose)
      const waiter = line.shift()
      // His next one comes after everybody else's.
      if (line.length > 0) lines.set(whose, line)
      if (waiter) return waiter
    }
    return undefined
  }

  return {
    take(whose) {
      if (busy < atOnce) {
        busy++
        return undefined
      }
      return new Promise((resolve, reject) => {
        const line = lines.get(whose) ?? []
        const timer = setTimeout(() => {
          line.splice(line.indexOf(waiter), 1)
          waiting--
          reject(
            new Error(`No session of the database became free within ${patienceMs} ms. A transaction inside another that waits for it would look like this.`),
          )
        }, patienceMs)
        const waiter: Waiter = { begin: resolve, timer }
        line.push(waiter)
        lines.set(whose, line)
        waiting++
      })
    },
    give() {
      const waiter = next()
      if (!waiter) {
        busy--
        return
      }
      clearTimeout(waiter.timer)
      waiting--
      waiter.begin()
    },
    get waiting() {
      return waiting
    },
  }
}
