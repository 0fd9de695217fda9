import { topicOf } from '@myna/contracts/workspace-news'
import type { Log, ServiceDb } from '@myna/kernel'
import type { Context } from '#context.ts'
import type { RuleBook } from '#store/rule-book.ts'
import type { Tables } from '#store/tables.ts'
import { addPlatformTraffic, addTraffic, prunePlatformTraffic, pruneTraffic } from '#store/traffic-queries.ts'
import type { Cell, Tally } from '#traffic/tally.ts'

const everyMs = 5_000
const pruneEveryMs = 3_600_000
const writersAtOnce = 4
/** Cells kept while the database is away; what is more is lost. */
const keptAtMost = 50_000
/** Who is told of traffic asks by these; if they counted as news of it, a look would lead to the next. */
const looks = new Set(['gateway.getTraffic', 'gateway.getLimits', 'workspace.watchNews'])

export type TrafficWriter = ReturnType<typeof createTrafficWriter>

/** Writes what was counted every five seconds, an organisation in one transaction: a process that is killed loses what it counted since. */
export function createTrafficWriter(it: { db: ServiceDb<Tables>; tally: Tally; book: RuleBook; log: Log; live: Context['live']; now(): number }) {
  const prunedAt = new Map<string, number>()
  let unsummed: Cell[] = []
  let running: Promise<void> | undefined

  async function writeTenant(tenantId: string, cells: readonly Cell[]): Promise<void> {
    const now = it.now()
    const isDue = now - (prunedAt.get(tenantId) ?? 0) > pruneEveryMs
    const month = await it.db.inTenant({ tenantId }, async (tx) => {
      if (isDue) await pruneTraffic(tx, now)
      return addTraffic(tx, tenantId, cells)
    })
    if (isDue) prunedAt.set(tenantId, now)
    if (cells.some((cell) => !looks.has(cell.route))) it.live.wake(topicOf(tenantId, 'traffic'))
    const rules = it.book.known(tenantId)
    if (!rules) return
    const counted = cells.reduce((sum, cell) => sum + (cell.status === 429 ? 0 : cell.requests), 0)
    const since = rules.month.name === month.month ? Math.max(0, rules.month.since - counted) : 0
    rules.month = { name: month.month, written: month.requests, since }
  }

  async function writeAll(): Promise<void> {
    const taken = [...it.tally.takeAll()]
    const one = async (): Promise<void> => {
      for (let next = taken.pop(); next; next = taken.pop()) {
        const [tenantId, cells] = next
        try {
          if (tenantId !== '') await writeTenant(tenantId, cells)
          unsummed.push(...cells)
        } catch (error) {
          const isRoom = it.tally.size() + cells.length <= keptAtMost
          if (isRoom) it.tally.putBack(cells)
          it.log.warn({ err: error, tenantId, isLost: !isRoom }, 'counted requests could not be written')
        }
      }
    }
    await Promise.all(Array.from({ length: writersAtOnce }, one))
    if (unsummed.length === 0) return
    const summing = unsummed
    unsummed = []
    try {
      const now = it.now()
      const isDue = now - (prunedAt.get('') ?? 0) > pruneEveryMs
      await it.db.global(async (tx) => {
        if (isDue) await prunePlatformTraffic(tx, now)
        await addPlatformTraffic(tx, summing)
      })
      if (isDue) prunedAt.set('', now)
    } catch (error) {
      if (summing.length <= keptAtMost) unsummed = summing
      it.log.warn({ err: error, isLost: summing.length > keptAtMost }, 'sums of requests could not be written')
    }
  }

  /** Writes what was counted until now. */
  async function flush(): Promise<void> {
    // What was counted while others were being written is not among what they write.
    if (running) await running
    running ??= writeAll().finally(() => (running = undefined))
    await running
  }

  const timer = setInterval(() => void (running ?? flush()), everyMs).unref()
  return {
    flush,
    async stop(): Promise<void> {
      clearInterval(timer)
      await flush()
    },
  }
}
