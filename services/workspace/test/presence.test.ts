import type { Caller } from '@myna/contracts/caller'
import type { News } from '@myna/contracts/workspace-news'
import type { workspace as contract } from '@myna/contracts/workspace'
import { createMemoryPresence } from '@myna/engine-memory'
import { newId } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { PortFault } from '@myna/ports/fault'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspace } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
let now = 0
let isAway = false
const memory = createMemoryPresence({ now: () => now })
const away = () => (isAway ? Promise.reject(new PortFault('Nobody answers.', { retryable: true })) : undefined)
const presence: typeof memory = {
  ...memory,
  enter: async (...given) => (await away()) ?? memory.enter(...given),
  leave: async (...given) => (await away()) ?? memory.leave(...given),
  list: async (...given) => (await away()) ?? memory.list(...given),
}
beforeAll(async () => void (house = await openHouse({ services: [workspace], ports: { workspace: { presence } } })))
afterAll(() => house.close())

const open = (caller: Caller) => house.client<typeof contract>('workspace', caller, 'http')
const here = (caller: Caller) => open(caller).listPresent({})
const colleagueOf = (caller: Caller) => ({ ...caller, subject: `user:${newId()}` })
const idOf = (caller: Caller) => caller.subject.slice('user:'.length)

/** Opens a page of somebody; resolves when the first news is there. Answers how it is closed. */
async function openPage(caller: Caller, topics?: string, heard: News[] = []) {
  const stop = new AbortController()
  const first = Promise.withResolvers<void>()
  const read = async () => {
    for await (const { data } of open(caller).watchNews(topics ? { topics } : {}, { signal: stop.signal })) {
      heard.push(data)
      first.resolve()
    }
  }
  void read().catch(() => {})
  await first.promise
  return () => stop.abort()
}

describe('who is here', () => {
  it('are those with a page open, each once, of the same organisation alone', async () => {
    const caller = colleagueOf(house.newCaller())
    const other = colleagueOf(caller)
    const stranger = colleagueOf(house.newCaller())
    const closeFirst = await openPage(caller)
    const closeSecond = await openPage(caller)
    const closeOther = await openPage(other)
    await openPage(stranger)
    await expect.poll(() => here(caller)).toEqual({ userIds: expect.arrayContaining([idOf(caller), idOf(other)]), isKnown: true })
    expect((await here(caller)).userIds).toHaveLength(2)
    closeFirst()
    closeOther()
    await expect.poll(() => here(other)).toEqual({ userIds: [idOf(caller)], isKnown: true })
    closeSecond()
    await expect.poll(() => here(other)).toEqual({ userIds: [], isKnown: true })
    expect((await here(stranger)).userIds).toEqual([idOf(stranger)])
  })

  it('are told of as they come and go', async () => {
    const caller = colleagueOf(house.newCaller())
    const heard: News[] = []
    await openPage(caller, 'presence', heard)
    const words = () => heard.filter((it) => it.topic === 'presence').length
    await expect.poll(words, { timeout: 10_000 }).toBeGreaterThan(0)
    const before = words()
    await openPage(colleagueOf(caller))
    await expect.poll(words, { timeout: 10_000 }).toBeGreaterThan(before)
  })

  it('is nobody who only acts in the place of another, or is a program', async () => {
    const caller = colleagueOf(house.newCaller())
    await openPage({ ...caller, actor: `user:${newId()}` })
    await openPage({ ...caller, subject: `key:${newId()}` })
    expect((await here(caller)).userIds).toEqual([])
  })

  it('is forgotten when a page was lost without a word', async () => {
    const caller = colleagueOf(house.newCaller())
    await openPage(caller)
    await expect.poll(async () => (await here(caller)).userIds).toEqual([idOf(caller)])
    now += 91_000
    expect((await here(caller)).userIds).toEqual([])
  })

  it('is unknown while nobody can tell, and pages go on', async () => {
    const caller = colleagueOf(house.newCaller())
    isAway = true
    await openPage(caller)
    expect(await here(caller)).toEqual({ userIds: [], isKnown: false })
    isAway = false
  })

  it('is for those who may see members', async () => {
    const caller = { ...colleagueOf(house.newCaller()), scopes: ['agents:read'] }
    await expect(here(caller)).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
