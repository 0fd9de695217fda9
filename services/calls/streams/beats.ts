import type { Context } from '#context.ts'
import { beatMs } from '#domain/call-limits.ts'
import { type Beat, createOpenCallQueries } from '#store/open-call-queries.ts'
import type { Wish } from '#store/tables.ts'

/** Calls say that they live on the same ticks, so that many say it at once. */
const tickMs = 5_000
/** What is asked for within this goes to the database together. */
const gatherMs = 20

type Clocked = Pick<Context, 'db' | 'clock'>
type Waiting = Beat & { done(held: { wish: Wish | null } | undefined): void; failed(error: unknown): void }

export type Beats = ReturnType<typeof createBeats>

/** Says of the calls of this process that it is alive: of all who ask at about the same time in one statement. */
export function createBeats() {
  let waiting: Waiting[] = []

  async function send({ db, clock }: Clocked): Promise<void> {
    const batch = waiting
    waiting = []
    try {
      const held = await db.global((tx) => createOpenCallQueries(tx).beat(batch, clock.now()))
      for (const it of batch) it.done(held.get(it.id))
    } catch (error) {
      for (const it of batch) it.failed(error)
    }
  }

  return {
    /** How long a call waits before it says again that it lives, in ms: at most the time between beats, to the last tick within it. */
    waitMs: (now = performance.now()): number => beatMs - ((now + beatMs) % tickMs),
    /** Says that the process of a call is alive, and takes what is wished of it; undefined when the connection does not hold the call any more. */
    beat(context: Clocked, it: Beat): Promise<{ wish: Wish | null } | undefined> {
      return new Promise((done, failed) => {
        if (waiting.length === 0) setTimeout(() => void send(context), gatherMs)
        waiting.push({ ...it, done, failed })
      })
    },
  }
}
