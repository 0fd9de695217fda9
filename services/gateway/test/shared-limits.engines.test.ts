import { randomUUID } from 'node:crypto'
import { openRedisEngine, type RedisEngine } from '@myna/engine-redis'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRedis, type RedisServer, startRedis } from '../../../adapters/engine/redis/test/redis-server.ts'
import { openGuarded } from '#test/guarded.ts'

const settings = '/workspace/settings'
const quiet = { info: () => {}, warn: () => {} }

describe.skipIf(!hasRedis)('limits on Redis (redis-server is needed on this machine)', () => {
  let server: RedisServer
  let engine: RedisEngine
  let room: Awaited<ReturnType<typeof openGuarded>>
  beforeAll(async () => {
    server = await startRedis()
    engine = await openRedisEngine({ url: server.url, prefix: `test-${randomUUID()}:`, log: quiet })
    room = await openGuarded({ ports: { counters: engine.counters, fanOut: engine.fanOut } })
  })
  afterAll(async () => {
    await room.close()
    await engine.close()
    await server.close()
  })

  const signIn = (at?: string) =>
    room.ask('/identity/sign-in', undefined, {
      method: 'POST',
      body: JSON.stringify({ email: 'who@example.com', password: 'a long enough password' }),
      headers: { 'content-type': 'application/json' },
      ...(at ? { at } : {}),
    })

  it('hold two processes together: the limit, and a slice for each', async () => {
    const second = await room.openSecond()
    try {
      const tenantId = newId()
      const key = await room.keyOf(tenantId)
      await room.gatewayOf(room.newCaller({ tenantId })).setKeySettings({ keyId: key.id, perMinute: 100, version: null })
      await expect.poll(async () => (await room.ask(settings, key.key, { at: second.address })).headers.get('ratelimit-policy')).toContain('"key";q=100;w=60')
      const statuses: number[] = []
      for (let round = 0; round < 15; round++)
        statuses.push(
          ...(await Promise.all(
            Array.from({ length: 20 }, (_, at) => room.ask(settings, key.key, { at: at % 2 ? second.address : room.address }).then((it) => it.status)),
          )),
        )
      expect(statuses.filter((it) => it === 200).length).toBeLessThanOrEqual(110)
      expect(statuses.slice(-20)).toEqual(Array.from({ length: 20 }, () => 429))
    } finally {
      await second.close()
    }
  })

  it('go on without Redis with what each process counts, but for signing in, which is held to less', async () => {
    const operator = room.gatewayOf(room.platformCaller())
    await operator.setPlatformLimits({ limits: { signIn: 1_000, signInAlone: 3 } })
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    expect((await signIn()).status).toBe(401)
    await server.kill()
    // What was counted cannot be told: from then on the process knows that it is alone.
    await expect.poll(async () => (await signIn()).headers.get('ratelimit-policy'), { timeout: 20_000, interval: 100 }).toBe('"sign-in";q=3;w=60')
    for (let left = 3; left > 0; left--) await signIn()
    expect((await signIn()).status).toBe(429)
    for (let left = 30; left > 0; left--) expect((await room.ask(settings, key.key)).status).toBe(200)
  })
})
