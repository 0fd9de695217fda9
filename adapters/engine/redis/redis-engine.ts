import type { Cache } from '@myna/ports/cache'
import type { Counters } from '@myna/ports/counters'
import type { Presence } from '@myna/ports/presence'
import { createRedisCache } from '#redis-cache.ts'
import { type Log, openConnection } from '#redis-connection.ts'
import { createRedisCounters } from '#redis-counters.ts'
import { createRedisFanOut, type RedisFanOut } from '#redis-fan-out.ts'
import { createRedisPresence } from '#redis-presence.ts'

/** Everything one Redis is for a process. */
export type RedisEngine = { cache: Cache; counters: Counters; presence: Presence; fanOut: RedisFanOut; close(): Promise<void> }

const firstMs = 2_000

/**
 * Connects to Redis at `redis://` or `rediss://`, for up to 2 s; when it is away it goes on trying, and what is asked meanwhile throws. All keys and the channel of news
 * begin with `prefix`. The address, which may hold a password, is never logged.
 */
export async function openRedisEngine({ url, prefix, log }: { url: string; prefix: string; log: Log }): Promise<RedisEngine> {
  const connection = openConnection(url, log)
  const fanOut = createRedisFanOut({ connection, url, prefix, log })
  const ready = new Promise<void>((resolve) => (connection.isReady() ? resolve() : connection.onReady(resolve)))
  await Promise.race([Promise.all([ready, fanOut.listening]), new Promise((resolve) => setTimeout(resolve, firstMs).unref())])
  return {
    cache: createRedisCache(connection, prefix),
    counters: createRedisCounters(connection, prefix),
    presence: createRedisPresence(connection, prefix),
    fanOut,
    async close() {
      await fanOut.close()
      connection.close()
    },
  }
}
