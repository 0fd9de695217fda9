import { setTimeout as sleep } from 'node:timers/promises'
import type { CallTurn } from '@myna/contracts/calls'
import { newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import { createCallQueries, type LedgerEntry } from '#store/call-queries.ts'
import type { LedgerJournal } from '#streams/ledger-journal.ts'

/** What one call wants kept: a line of the ledger, and the turn it is about as it is known now. */
export type Entry = LedgerEntry & { turn?: CallTurn }

type Waiting = { entry: Entry; safe: boolean; done(): void; failed(error: unknown): void }

/** What is safe in the journal waits so long for others to go with: the least, the most, and how many times as long as the write before took. */
const [leastGatherMs, mostGatherMs, gatherShare] = [40, 250, 15]

export type LedgerWriter = ReturnType<typeof createLedgerWriter>

/**
 * Keeps what calls want kept, in the order they ask for it: first in the journal of this process, at once; then in the database, where all that was asked for in the
 * same breath, and while the database was at work, stands in one transaction of the organisation. However many calls there are, the database is
 * asked once at a time for each.
 */
export function createLedgerWriter(journal: () => LedgerJournal | undefined) {
  const queues = new Map<string, Waiting[]>()

  async function write(context: Context, batch: readonly Waiting[]): Promise<void> {
    const { db, caller, tenantId } = context
    try {
      await db.inTenant(caller, (tx) =>
        createCallQueries(tx, tenantId).keep(
          batch.map((it) => it.entry),
          // Of a turn that is told several times only the last word counts.
          [...new Map(batch.flatMap(({ entry }) => (entry.turn ? [[entry.turn.id, { callId: entry.callId, turn: entry.turn }]] : []))).values()],
        ),
      )
      for (const { done } of batch) done()
    } catch (error) {
      if (batch.length === 1) return batch[0]!.failed(error)
      // One call that is gone must not keep the others from being written.
      for (const it of batch) await write(context, [it])
    }
  }

  async function empty(context: Context, queue: Waiting[]): Promise<void> {
    for (;;) {
      const began = performance.now()
      await write(context, queue.splice(0))
      if (queue.length === 0) break
      // The busier the database, the more goes at once.
      const gatherMs = Math.min(mostGatherMs, Math.max(leastGatherMs, gatherShare * (performance.now() - began)))
      if (queue.every((it) => it.safe)) await sleep(gatherMs)
    }
    queues.delete(context.tenantId)
  }

  return {
    /**
     * Whether the entry is safe from the death of this process, and when it stands in the database. Safe is from the end of this breath on, or, for an entry that somebody is to act on
     * (`now`), at once.
     */
    add(context: Context, it: Omit<Entry, 'id'>, { now }: { now: boolean }): { safe: boolean; kept: Promise<void> } {
      const entry = { ...it, id: newId() }
      const own = journal()
      const forget = own?.write({ tenantId: context.tenantId, entry })
      const { promise: kept, resolve, reject: failed } = Promise.withResolvers<void>()
      const done = () => {
        forget?.()
        resolve()
      }
      const queue = queues.get(context.tenantId)
      const safe = forget !== undefined && (!now || own!.flush())
      if (queue) queue.push({ entry, safe, done, failed })
      else {
        const begun: Waiting[] = [{ entry, safe, done, failed }]
        queues.set(context.tenantId, begun)
        if (safe) setTimeout(() => void empty(context, begun), leastGatherMs)
        else setImmediate(() => void empty(context, begun))
      }
      return { safe, kept }
    },
  }
}

/** Brings into the database what processes that died had only in their journals. What belongs to a call that is gone is dropped. */
export async function readLeftJournals(context: Context, journal: LedgerJournal): Promise<void> {
  for (const { entries, forget } of journal.left()) {
    for (const { tenantId, entry } of entries) {
      const mine = context.as({ ...context.caller, tenantId })
      await mine.db.inTenant(mine.caller, async (tx) => {
        const queries = createCallQueries(tx, tenantId)
        if (await queries.look(entry.callId)) await queries.keep([entry], entry.turn ? [{ callId: entry.callId, turn: entry.turn }] : [])
      })
    }
    forget()
  }
}
