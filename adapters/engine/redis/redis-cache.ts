import type { Cache } from '@myna/ports/cache'
import type { RedisConnection } from '#redis-connection.ts'

const keysAtOnce = 500

/** A cache whose entries are strings of Redis that end by themselves. */
export function createRedisCache({ ask }: RedisConnection, prefix: string): Cache {
  const keyOf = (key: string) => `${prefix}cache:${key}`
  return {
    name: 'redis',
    async get(key) {
      return (await ask<Buffer | null>(['GET', keyOf(key)], 'bytes')) ?? undefined
    },
    async set(key, value, ttlMs) {
      if (ttlMs <= 0) return void (await ask(['UNLINK', keyOf(key)]))
      await ask(['SET', keyOf(key), Buffer.from(value), 'PX', String(Math.ceil(ttlMs))])
    },
    async delete(keys) {
      for (let at = 0; at < keys.length; at += keysAtOnce) await ask(['UNLINK', ...keys.slice(at, at + keysAtOnce).map(keyOf)])
    },
    close: async () => {},
  }
}
