import { createMemoryCache, createMemoryCounters, createMemoryFanOut, createMemoryPresence } from '@myna/engine-memory'
import { createNotifyFanOut, type Database, type Log } from '@myna/kernel'
import type { Cache } from '@myna/ports/cache'
import type { Counters } from '@myna/ports/counters'
import type { FanOut } from '@myna/ports/fan-out'
import type { Presence } from '@myna/ports/presence'
import type { Config } from '#config.ts'

/** What carries a process besides its database: shared with other processes where a setting names an engine, else a twin of its own. */
export type Engines = {
  cache: Cache
  counters: Counters
  /** Counters of this process alone, for whoever may not let things through when the shared ones are away. */
  localCounters: Counters
  fanOut: FanOut
  presence: Presence
  close(): Promise<void>
}

const cacheBytes = 32_000_000

/** Opens the engines that the configuration names, and the twins of those it does not. */
export async function openEngines({ redis }: Pick<Config, 'redis'>, log: Log, database?: Database): Promise<Engines> {
  const localCounters = createMemoryCounters()
  if (redis) {
    const { openRedisEngine } = await import('@myna/engine-redis')
    const { cache, counters, fanOut, presence, close } = await openRedisEngine({ ...redis, log })
    return { cache, counters, localCounters, fanOut, presence, close }
  }
  const cache = createMemoryCache({ maxBytes: cacheBytes })
  const presence = createMemoryPresence()
  const fanOut = database?.kind === 'server' ? await createNotifyFanOut(database) : createMemoryFanOut()
  return { cache, counters: localCounters, localCounters, fanOut, presence, close: () => fanOut.close() }
}
