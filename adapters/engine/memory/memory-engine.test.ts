import { cacheConformance } from '@myna/ports/conformance/cache'
import { countersConformance } from '@myna/ports/conformance/counters'
import { fanOutConformance } from '@myna/ports/conformance/fan-out'
import { presenceConformance } from '@myna/ports/conformance/presence'
import { PortFault } from '@myna/ports/fault'
import { describe, expect, it } from 'vitest'
import { createMemoryCache } from '#memory-cache.ts'
import { createMemoryCounters } from '#memory-counters.ts'
import { createMemoryFanOut } from '#memory-fan-out.ts'
import { createMemoryPresence } from '#memory-presence.ts'

const twice = <T extends { close(): Promise<void> }>(make: () => T) => {
  return async () => {
    const it = make()
    return { here: it, there: it, close: () => it.close() }
  }
}
cacheConformance(
  'memory',
  twice(() => createMemoryCache({ maxBytes: 16_000_000 })),
)
countersConformance(
  'memory',
  twice(() => createMemoryCounters()),
)
fanOutConformance('memory', twice(createMemoryFanOut))
presenceConformance(
  'memory',
  twice(() => createMemoryPresence()),
)

describe('memory is bounded', () => {
  it('a cache forgets what was used least recently, and does not keep one entry that would push out many', async () => {
    const cache = createMemoryCache({ maxBytes: 10_000 })
    for (let at = 0; at < 8; at++) await cache.set(`k${at}`, new Uint8Array(1_000), 60_000)
    await cache.get('k0')
    for (let at = 8; at < 10; at++) await cache.set(`k${at}`, new Uint8Array(1_000), 60_000)
    expect(await cache.get('k0')).toBeDefined()
    expect(await cache.get('k1')).toBeUndefined()
    await cache.set('huge', new Uint8Array(2_000), 60_000)
    expect(await cache.get('huge')).toBeUndefined()
    expect(await cache.get('k9')).toBeDefined()
  })

  it('a cache has room again for what ended', async () => {
    let time = 0
    const cache = createMemoryCache({ maxBytes: 10_000, now: () => time })
    for (let at = 0; at < 1_000; at++) {
      await cache.set(`k${at}`, new Uint8Array(1_000), 10)
      time += 11
      expect(await cache.get(`k${at}`)).toBeUndefined()
    }
    await cache.set('kept', new Uint8Array(1_000), 10)
    expect(await cache.get('kept')).toBeDefined()
  })

  it('counters forget windows that are over before those that run', async () => {
    let time = 0
    const counters = createMemoryCounters({ maxKeys: 100, now: () => time })
    await counters.add('long', 5, 1_000_000)
    for (let at = 0; at < 99; at++) await counters.add(`brief-${at}`, 1, 10)
    time = 11
    for (let at = 0; at < 80; at++) await counters.add(`next-${at}`, 1, 1_000)
    expect((await counters.add('long', 0, 1)).used).toBe(5)
    for (let at = 0; at < 1_000; at++) await counters.add(`flood-${at}`, 1, 1_000)
    expect((await counters.add('flood-999', 0, 1)).used).toBe(1)
    expect((await counters.add('flood-0', 0, 1)).used).toBe(0)
  })

  it('presence says that it is full, and has room again when members are gone', async () => {
    let time = 0
    const presence = createMemoryPresence({ maxMembers: 3, now: () => time })
    for (const member of ['a', 'b', 'c']) await presence.enter('set', member, '', 10)
    await expect(presence.enter('other', 'd', '', 10)).rejects.toBeInstanceOf(PortFault)
    await presence.enter('set', 'a', 'renewed', 10)
    time = 11
    await presence.enter('other', 'd', '', 10)
    expect(await presence.list('set')).toEqual([])
    expect((await presence.list('other')).map((it) => it.member)).toEqual(['d'])
  })

  it('one who throws on hearing keeps the news from nobody', async () => {
    const fanOut = createMemoryFanOut()
    const heard: string[] = []
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
    fanOut.subscribe('t', () => {
      throw new Error('bad ears')
    })
    fanOut.subscribe('t', (message) => void heard.push(message))
    fanOut.publish('t', 'x')
    expect(heard).toEqual(['x'])
    expect((await warned).message).toBe('bad ears')
  })
})
