/** Turns at something that only so many may use at once. */
export type FairTurns = {
  /** Takes a turn for somebody: undefined when it is theirs at once, else resolves when it is. Throws when that takes longer than `patienceMs`. */
  take(whose: string): Promise<void> | undefined
  /** Gives somebody's turn back. */
  give(whose: string): void
  readonly waiting: number
}

type Waiter = { begin(): void; timer: NodeJS.Timeout }

/** Whoever came less than so long ago counts as somebody else who is here. */
const recentlyMs = 1_000

/**
 * Lets `atOnce` have a turn at the same time. Those who wait are let in by turns of whose they are, and in their order among themselves: whoever has much to do
 * waits behind his own, and not others behind him. While others are here nobody has more than `eachAtOnce`, so that what they use together is not slow for all
 * because of one; whoever is alone may have everything. `kernel` is nobody in this.
 */
export function createFairTurns(it: { atOnce: number; eachAtOnce?: number; patienceMs: number; now?: () => number }): FairTurns {
  const { atOnce, patienceMs, eachAtOnce = atOnce, now = () => performance.now() } = it
  /** In the order of whose turn is next. */
  const lines = new Map<string, Waiter[]>()
  const running = new Map<string, number>()
  let busy = 0
  let waiting = 0
  let last: string | undefined
  let sharedUntil = 0

  const mayBegin = (whose: string) => busy < atOnce && (whose === 'kernel' || (running.get(whose) ?? 0) < (now() < sharedUntil ? eachAtOnce : atOnce))
  const begin = (whose: string) => {
    busy++
    running.set(whose, (running.get(whose) ?? 0) + 1)
  }

  /** Lets in whoever may. */
  function letIn(): void {
    for (const [whose, line] of lines) {
      if (busy >= atOnce) return
      if (!mayBegin(whose)) continue
      const waiter = line.shift()
      // His next one comes after everybody else's.
      lines.delete(whose)
      if (line.length > 0) lines.set(whose, line)
      if (!waiter) continue
      clearTimeout(waiter.timer)
      waiting--
      begin(whose)
      waiter.begin()
    }
  }

  return {
    take(whose) {
      if (whose !== 'kernel') {
        if (last !== undefined && last !== whose) sharedUntil = now() + recentlyMs
        last = whose
      }
      if (mayBegin(whose)) {
        begin(whose)
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
    give(whose) {
      busy--
      const left = (running.get(whose) ?? 1) - 1
      if (left > 0) running.set(whose, left)
      else running.delete(whose)
      letIn()
    },
    get waiting() {
      return waiting
    },
  }
}

/** Does `work` in a turn of somebody. */
export async function inTurn<R>(turns: FairTurns, whose: string, work: () => Promise<R>): Promise<R> {
  const wait = turns.take(whose)
  if (wait) await wait
  try {
    return await work()
  } finally {
    turns.give(whose)
  }
}
