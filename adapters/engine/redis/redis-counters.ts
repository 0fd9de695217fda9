import type { Counters } from '@myna/ports/counters'
import { PortFault } from '@myna/ports/fault'
import { type RedisConnection, scriptOf } from '#redis-connection.ts'

// In one step, so that no window is left without its end.
const add = scriptOf(`
if ARGV[1] == '0' then
  return { tonumber(redis.call('GET', KEYS[1]) or '0'), math.max(redis.call('PTTL', KEYS[1]), 0) }
end
local used = redis.call('INCRBY', KEYS[1], ARGV[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  left = tonumber(ARGV[2])
end
return { used, left }`)

const keysAtOnce = 500

/** Windows as numbers of Redis that end by themselves. */
export function createRedisCounters({ ask, run }: RedisConnection, prefix: string): Counters {
  const keyOf = (key: string) => `${prefix}counter:${key}`
  return {
    name: 'redis',
    async add(key, points, windowMs) {
      if (!Number.isSafeInteger(points) || points < 0) throw new PortFault(`${points} is no number of points.`, { retryable: false })
      const [used, resetsInMs] = await run<[number, number]>(add, keyOf(key), [String(points), String(Math.max(1, Math.ceil(windowMs)))])
      return { used, resetsInMs }
    },
    async reset(keys) {
      for (let at = 0; at < keys.length; at += keysAtOnce) await ask(['UNLINK', ...keys.slice(at, at + keysAtOnce).map(keyOf)])
    },
    close: async () => {},
  }
}
