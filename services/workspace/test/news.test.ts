import type { Caller } from '@myna/contracts/caller'
import type { StreamEvent } from '@myna/contracts'
import { topicOf } from '@myna/contracts/workspace-news'
import { toolsEvents } from '@myna/contracts/tools'
import { identityEvents } from '@myna/contracts/identity-events'
import type { workspace as contract } from '@myna/contracts/workspace'
import type { News } from '@myna/contracts/workspace-news'
import { newId } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#context.ts'
import { workspace } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
beforeAll(async () => {
  house = await openHouse({ services: [workspace] })
})
afterAll(() => house.close())

const contextOf = (caller: Caller) => house.house.contextFor('workspace', { caller, signal: new AbortController().signal }) as unknown as Context
const act = (caller: Caller, subject: string) => contextOf(caller).db.inTenant(caller, (tx) => contextOf(caller).note(tx, { action: 'update-agent', subject }))

describe.each(['process', 'http'] as const)('news, over %s', (how) => {
  const open = (caller: Caller) => house.client<typeof contract>('workspace', caller, how)
  /** Reads until `enough` is true of what came. */
  async function follow(caller: Caller, enough: (all: StreamEvent<News>[]) => boolean, lastEventId?: string) {
    const stop = new AbortController()
    const all: StreamEvent<News>[] = []
    for await (const it of open(caller).watchNews({}, { signal: stop.signal, ...(lastEventId !== undefined && { lastEventId }) })) {
      all.push(it)
      if (enough(all)) break
    }
    stop.abort()
    return all
  }
  const told = async (caller: Caller, count: number) => {
    await follow(caller, (all) => all.filter((it) => it.data.kind === 'notification').length >= count, '0')
    return open(caller).listNotifications({})
  }

  it('says first where it stands, then what changes, and goes on where it broke off', async () => {
    const caller = house.newCaller()
    const [first] = await follow(caller, () => true)
    expect(first).toEqual({ id: '0', data: { kind: 'all', id: null } })
    const id = newId()
    const heard = follow(caller, (all) => all.length === 2, first!.id)
    await act(caller, `agent:${id}`)
    await act(caller, 'tool:words of a person')
    expect((await heard).map((it) => it.data)).toEqual([
      { kind: 'agent', id },
      { kind: 'tool', id: null },
    ])
    expect(await follow(caller, () => true, '1')).toEqual([{ id: '2', data: { kind: 'tool', id: null } }])
    expect((await follow(caller, () => true, '99'))[0]?.data.kind).toBe('all')
  })

  it('keeps what other organisations do to themselves', async () => {
    const [ours, theirs] = [house.newCaller(), house.newCaller()]
    await act(theirs, `agent:${newId()}`)
    const id = newId()
    await act(ours, `agent:${id}`)
    expect((await follow(ours, () => true, '0')).map((it) => it.data)).toEqual([{ kind: 'agent', id }])
  })

  it('tells people of what they may see, once, and remembers for each what they read', async () => {
    const caller = house.newCaller()
    const colleague = { ...caller, subject: `user:${newId()}` }
    const errandId = newId()
    const tell = () =>
      contextOf(caller).db.inTenant(caller, (tx) => contextOf(caller).tell(tx, toolsEvents.errandNoted, { errandId, kind: 'callback', agentId: null }))
    await tell()
    await tell()
    const before = await told(caller, 1)
    expect(before).toMatchObject({ unread: 1, items: [{ kind: 'errand-noted', subjectId: errandId, read: false }] })
    expect(await open(caller).readNotifications({ upTo: before.items[0]!.id })).toEqual({ unread: 0 })
    expect(await open(caller).listNotifications({})).toMatchObject({ unread: 0, items: [{ read: true }] })
    expect(await open(colleague).listNotifications({})).toMatchObject({ unread: 1 })
    expect(await open({ ...colleague, scopes: ['agents:read'] }).listNotifications({})).toEqual({ items: [], unread: 0 })
  })

  it('tells of a suspicious sign-in only the person whose it is', async () => {
    const userId = newId()
    const caller = { ...house.newCaller(), subject: `user:${userId}` }
    await contextOf(caller).db.inTenant(caller, (tx) =>
      contextOf(caller).tell(tx, identityEvents.signInSuspicious, { userId, name: 'A', signInId: newId(), reasons: [], ip: null, userAgent: null }),
    )
    expect(await told(caller, 1)).toMatchObject({ unread: 1, items: [{ kind: 'sign-in-suspicious' }] })
    expect(await open({ ...caller, subject: `user:${newId()}` }).listNotifications({})).toEqual({ items: [], unread: 0 })
  })

  it('says a topic to whoever asked for it at once, then when it changed, and what came meanwhile in one word', async () => {
    const caller = house.newCaller()
    const wake = (of: Caller, topic: 'app' | 'call') => contextOf(of).live.wake(topicOf(of.tenantId!, topic))
    const stop = new AbortController()
    const all: News[] = []
    for await (const { data } of open(caller).watchNews({ topics: 'app,of-another-version,call' }, { signal: stop.signal })) {
      all.push(data)
      if (data.kind === 'topic' && all.length === 3) {
        // The fifth word comes after all of these, so none of them has one of its own.
        for (let times = 0; times < 20; times++) wake(caller, 'app')
        wake(house.newCaller(), 'call')
      }
      if (all.length === 4) wake(caller, 'app')
      if (all.length === 5) break
    }
    stop.abort()
    const word = (topic: string) => ({ kind: 'topic', id: null, topic })
    expect(all).toEqual([{ kind: 'all', id: null }, word('call'), word('app'), word('app'), word('app')])
  })

  it('refuses who is in no organisation', async () => {
    await expect(follow({ ...house.newCaller(), tenantId: null }, () => true)).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
