import type { Context } from '#context.ts'
import { createCircuits, type HealthChange } from '#dispatch/circuits.ts'
import { createUsageBook, type Tally, type Use } from '#dispatch/usage-book.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import { createUsageQueries } from '#store/usage-queries.ts'

type Given = Pick<Context, 'db' | 'log' | 'clock'>

const flushMs = 1_000
/** What other processes spend is seen this late. */
const spendingMs = 5_000
/** Tenants whose spending is remembered. */
const mostMonthsRead = 1_000

/** What this process knows of models in use, ahead of the database. */
export type Desk = ReturnType<typeof createDesk>

const desks = new WeakMap<Context['db'], Desk>()

/** The desk of this house, opened on first use. */
export function deskOf(context: Given): Desk {
  const open = desks.get(context.db) ?? createDesk(context)
  desks.set(context.db, open)
  return open
}

/** The day of a moment, `YYYY-MM-DD` in UTC. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Keeps health and usage in memory and stores them together, a second later at most, so that no turn waits for it. */
function createDesk({ db, log, clock }: Given) {
  const circuits = createCircuits()
  const book = createUsageBook()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let queue: Promise<unknown> = Promise.resolve()

  /** One after the other: spending is never read while tallies are on their way. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }
  const soon = () => {
    if (!closed) timer ??= setTimeout(() => void flush(), flushMs).unref()
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    return inTurn(async () => {
      const tallies = Map.groupBy(book.take(), (it) => it.tenantId)
      const changes = Map.groupBy(circuits.unsaved(), (it) => it.seenWith.tenant_id)
      for (const tenantId of new Set([...tallies.keys(), ...changes.keys()])) await storeOf(tenantId, tallies.get(tenantId) ?? [], changes.get(tenantId) ?? [])
    })
  }
  const storeOf = async (tenantId: string, tallies: readonly Tally[], changes: readonly HealthChange[]) => {
    try {
      await db.inTenant({ tenantId }, async (tx) => {
        for (const change of changes) await createProviderQueries(tx, tenantId).setHealth(change)
        await createUsageQueries(tx, tenantId).add(tallies)
      })
      circuits.saved(changes, clock.now().getTime())
    } catch (error) {
      book.giveBack(tallies)
      log.warn({ error, tenantId }, 'use of language models could not be stored; it is tried again')
      soon()
    }
  }
  return {
    circuits: {
      ...circuits,
      worked(...it: Parameters<typeof circuits.worked>) {
        circuits.worked(...it)
        if (circuits.hasUnsaved()) soon()
      },
      failed(...it: Parameters<typeof circuits.failed>) {
        circuits.failed(...it)
        soon()
      },
    },
    /** Counts a use of a provider, or of the built-in engine (null). */
    note(tenantId: string, providerId: string | null, use: Use): void {
      book.note({ tenantId, day: dayOf(clock.now()), providerId }, use)
      soon()
    },
    /** What the providers of a tenant have spent this month in US dollars, what is not stored yet included. */
    async spentOf(tenantId: string): Promise<ReadonlyMap<string, number>> {
      const now = clock.now()
      const month = dayOf(now).slice(0, 7)
      const known = book.spent(tenantId, month)
      const read = () =>
        inTurn(async () => {
          const stored = await db.inTenant({ tenantId }, (tx) => createUsageQueries(tx, tenantId).spentSince(`${month}-01`))
          return book.setSpent(tenantId, month, stored, now.getTime(), mostMonthsRead).byProvider
        })
      if (!known) return read()
      if (now.getTime() - known.readAt > spendingMs) read().catch((error: unknown) => log.warn({ error, tenantId }, 'spending could not be read again'))
      return known.byProvider
    },
    /** Stores everything now. */
    flush,
    /** Stores everything, twice if need be, before the process ends. */
    async close(): Promise<void> {
      await flush()
      if (timer) await flush()
      closed = true
      clearTimeout(timer)
      timer = undefined
    },
  }
}
