import type { Caller } from '@myna/contracts/caller'
import { callsEvents } from '@myna/contracts/calls'
import { toolsEvents } from '@myna/contracts/tools'
import type { workspace as contract } from '@myna/contracts/workspace'
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
async function note(caller: Caller): Promise<string> {
  const [context, errandId] = [contextOf(caller), newId()]
  await context.db.inTenant(caller, (tx) => context.tell(tx, toolsEvents.errandNoted, { errandId, kind: 'callback', agentId: null }))
  return errandId
}

describe.each(['process', 'http'] as const)('the events of an organisation, over %s', (how) => {
  const open = (caller: Caller) => house.client<typeof contract>('workspace', caller, how)

  it('are told newest first, page by page, with what they are about and who heard them', async () => {
    const caller = house.newCaller()
    const ids = [await note(caller), await note(caller), await note(caller)].toReversed()
    const first = await open(caller).listEvents({ limit: 2 })
    expect(first.items.map((it) => it.object)).toEqual(ids.slice(0, 2).map((it) => `errand:${it}`))
    expect(first.items[0]).toMatchObject({ name: 'errand.noted', data: { errandId: ids[0], kind: 'callback', agentId: null } })
    const heard = async () => (await open(caller).listEvents({})).items.every((it) => it.deliveries[0]?.state === 'done')
    await expect.poll(heard, { timeout: 20_000 }).toBe(true)
    expect((await open(caller).listEvents({ limit: 2 })).items[0]?.deliveries).toEqual([{ service: 'workspace', state: 'done', attempts: 1 }])
    const rest = await open(caller).listEvents({ limit: 2, cursor: first.next! })
    expect(rest).toEqual({ items: [expect.objectContaining({ object: `errand:${ids[2]}` })] })
  })

  it('are found by name and by time, and acts are not among them', async () => {
    const caller = house.newCaller()
    await note(caller)
    const context = contextOf(caller)
    const call = { callId: newId(), agentId: newId(), conversationId: newId(), channel: 'browser' as const, durationMs: 1, turnCount: 1 }
    await context.db.inTenant(caller, async (tx) => {
      await context.tell(tx, callsEvents.callEnded, call)
      await context.note(tx, { action: 'end-call', subject: `call:${call.callId}` })
    })
    const all = (await open(caller).listEvents({})).items
    expect(all.map((it) => it.name)).toEqual(['call.ended', 'errand.noted'])
    expect((await open(caller).listEvents({ name: 'call.ended' })).items).toMatchObject([{ object: `call:${call.callId}`, data: call }])
    const later = new Date(Date.parse(all[0]!.at) + 1).toISOString()
    expect((await open(caller).listEvents({ from: later })).items).toEqual([])
    expect((await open(caller).listEvents({ to: later })).items).toHaveLength(2)
    expect((await open(caller).listEvents({ to: all[1]!.at })).items).toEqual([])
  })

  it('of another organisation are not there, whatever is asked, and need the right', async () => {
    const [ours, theirs] = [house.newCaller(), house.newCaller()]
    await note(theirs)
    const stolen = await open(theirs).listEvents({ limit: 1 })
    const mine = await note(ours)
    expect((await open(ours).listEvents({})).items.map((it) => it.object)).toEqual([`errand:${mine}`])
    expect((await open(ours).listEvents({ name: 'errand.noted', to: new Date(Date.now() + 60_000).toISOString() })).items).toHaveLength(1)
    const cursor = Buffer.from(JSON.stringify([stolen.items[0]!.id])).toString('base64url')
    expect((await open(ours).listEvents({ cursor })).items.every((it) => it.object === `errand:${mine}`)).toBe(true)
    await expect(open({ ...ours, scopes: ['workspace:write', 'workspace:read'] }).listEvents({})).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(open({ ...ours, tenantId: null }).listEvents({})).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
