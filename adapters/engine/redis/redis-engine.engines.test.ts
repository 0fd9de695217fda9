import { randomUUID } from 'node:crypto'
import { cacheConformance } from '@myna/ports/conformance/cache'
import { countersConformance } from '@myna/ports/conformance/counters'
import { fanOutConformance } from '@myna/ports/conformance/fan-out'
import { presenceConformance } from '@myna/ports/conformance/presence'
import { PortFault } from '@myna/ports/fault'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openRedisEngine, type RedisEngine } from '#redis-engine.ts'
import { openPath } from './test/path.ts'
import { hasRedis, type RedisServer, startRedis } from './test/redis-server.ts'

const logged: string[] = []
const log = {
  info: (message: string) => void logged.push(message),
  warn: (about: object, message: string) => void logged.push(JSON.stringify(about) + message),
}

describe.skipIf(!hasRedis)('Redis (redis-server is needed on this machine)', () => {
  let server: RedisServer
  beforeAll(async () => void (server = await startRedis()))
  afterAll(() => server.close())

  /** The engine of two processes that share a prefix. */
  const pair = <K extends 'cache' | 'counters' | 'fanOut' | 'presence'>(port: K) => {
    return async () => {
      const prefix = `test-${randomUUID()}:`
      const [here, there] = await Promise.all([openRedisEngine({ url: server.url, prefix, log }), openRedisEngine({ url: server.url, prefix, log })])
      return { here: here[port], there: there[port], close: async () => void (await Promise.all([here.close(), there.close()])) }
    }
  }
  cacheConformance('redis', pair('cache'))
  countersConformance('redis', pair('counters'))
  fanOutConformance('redis', pair('fanOut'))
  presenceConformance('redis', pair('presence'))

  it('keeps installations apart by their prefixes', async () => {
    const [one, two] = await Promise.all(['one:', 'two:'].map((prefix) => openRedisEngine({ url: server.url, prefix, log })))
    const heard: string[] = []
    two!.fanOut.subscribe('t', (message) => void heard.push(message))
    const own = await openRedisEngine({ url: server.url, prefix: 'two:', log })
    await one!.cache.set('key', Buffer.from('x'), 60_000)
    one!.fanOut.publish('t', 'of one')
    own.fanOut.publish('t', 'of two')
    expect(await two!.cache.get('key')).toBeUndefined()
    await expect.poll(() => heard).toEqual(['of two'])
    await Promise.all([one, two, own].map((it) => it!.close()))
  })
})

describe.skipIf(!hasRedis)('a Redis in trouble (redis-server is needed on this machine)', () => {
  let server: RedisServer
  let engine: RedisEngine
  beforeEach(() => {
    logged.length = 0
  })
  afterEach(async () => {
    await engine.close()
    await server.close()
  })
  async function open(...settings: string[]) {
    server = await startRedis(...settings)
    engine = await openRedisEngine({ url: server.url, prefix: 'test:', log })
  }
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error as PortFault,
    )
  const works = async () => (await faultOf(engine.counters.add('works', 1, 60_000))) === undefined

  it('that is killed fails every question at once, and is used again when it is back', async () => {
    await open()
    await engine.cache.set('key', Buffer.from('x'), 60_000)
    const running = faultOf(engine.cache.get('key'))
    await server.kill()
    await running
    await expect.poll(() => faultOf(engine.cache.get('key'))).toMatchObject({ message: 'Redis is away.', retryable: true })
    const returned = new Promise<void>((resolve) => void engine.fanOut.onReturn(resolve))
    await server.start()
    await expect.poll(works, { timeout: 20_000 }).toBe(true)
    await returned
    expect(logged.some((it) => it.includes('there again'))).toBe(true)
  })

  it('that stands still costs a few late answers and then nothing, however many ask, and is used again when it goes on', async () => {
    await open()
    server.pause()
    const first = await Promise.all(Array.from({ length: 3 }, () => faultOf(engine.cache.get('key'))))
    expect(first.map((it) => it?.message)).toEqual(Array.from({ length: 3 }, () => 'Redis did not answer within 100 ms.'))
    const others = await Promise.all(Array.from({ length: 10_000 }, () => faultOf(engine.counters.add('key', 1, 60_000))))
    const asked = others.filter((it) => it?.message !== 'Redis is away.')
    expect(asked.length).toBeLessThanOrEqual(1)
    server.resume()
    await expect.poll(works, { timeout: 20_000 }).toBe(true)
  })

  it('that stands still while news is told holds up nobody, and everyone is told afterwards that news was lost', async () => {
    await open()
    const other = await openRedisEngine({ url: server.url, prefix: 'test:', log })
    const heard: string[] = []
    engine.fanOut.subscribe('t', (message) => void heard.push(message))
    const returned = new Promise<void>((resolve) => void other.fanOut.onReturn(resolve))
    server.pause()
    for (let at = 0; at < 20_000; at++) engine.fanOut.publish('t', 'x')
    expect(heard).toHaveLength(20_000)
    await expect.poll(() => faultOf(engine.cache.get('key'))).toBeInstanceOf(PortFault)
    server.resume()
    await returned
    await other.close()
  })

  it('that is full says so, goes on reading, and takes writes again when there is room', async () => {
    await open('--maxmemory-policy', 'noeviction')
    await engine.cache.set('kept', Buffer.from('before'), 60_000)
    await server.ask('CONFIG', 'SET', 'maxmemory', '1mb')
    const full = await Promise.all([
      faultOf(engine.cache.set('new', Buffer.from('x'), 60_000)),
      faultOf(engine.counters.add('new', 1, 60_000)),
      faultOf(engine.presence.enter('set', 'a', '', 60_000)),
    ])
    for (const fault of full) expect(fault).toMatchObject({ name: 'PortFault', retryable: true, message: expect.stringMatching(/^Redis is full/) as string })
    expect(Buffer.from((await engine.cache.get('kept'))!).toString()).toBe('before')
    await server.ask('CONFIG', 'SET', 'maxmemory', '0')
    expect(await works()).toBe(true)
  })

  it('that is away at the start is used once it is there', async () => {
    await open()
    await engine.close()
    await server.kill()
    engine = await openRedisEngine({ url: server.url, prefix: 'test:', log })
    expect(await faultOf(engine.cache.get('key'))).toBeInstanceOf(PortFault)
    const heard: string[] = []
    engine.fanOut.subscribe('t', (message) => void heard.push(message))
    await server.start()
    await expect.poll(works, { timeout: 20_000 }).toBe(true)
    await engine.fanOut.listening
    const other = await openRedisEngine({ url: server.url, prefix: 'test:', log })
    other.fanOut.publish('t', 'heard')
    await expect.poll(() => heard).toEqual(['heard'])
    await other.close()
  })

  it('that wants a password is told it, and a wrong one is named as such without being repeated', async () => {
    await open('--requirepass', 'right-word')
    await engine.close()
    engine = await openRedisEngine({ url: server.url.replace('//', '//:wrong-word@'), prefix: 'test:', log })
    expect(await faultOf(engine.cache.get('key'))).toBeInstanceOf(PortFault)
    expect(logged.join('\n')).toContain('does not know this name and password')
    expect(logged.join('\n')).not.toContain('wrong-word')
    await engine.close()
    engine = await openRedisEngine({ url: server.url.replace('//', '//:right-word@'), prefix: 'test:', log })
    expect(await works()).toBe(true)
  })

  it('whose keys another program uses otherwise says so', async () => {
    await open()
    await server.ask('SET', 'test:presence:set', 'text')
    expect((await faultOf(engine.presence.list('set')))?.message).toMatch(/^Another program uses the same keys/)
  })

  it('behind a network that swallows everything is reached over a new connection', async () => {
    await open()
    await engine.close()
    await using path = await openPath(server.port)
    engine = await openRedisEngine({ url: path.url, prefix: 'test:', log })
    expect(await works()).toBe(true)
    path.swallow()
    expect(await works()).toBe(false)
    await expect.poll(works, { timeout: 25_000 }).toBe(true)
  })
})
