import { randomBytes } from 'node:crypto'
import { contracts } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { createHouse, createLog, createVault } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, eventually, follow, followUntil, openAgents, type Wanted } from '#test/house.ts'
import { openSite, pageOf, type Site } from '#test/site.ts'

const number = '+442079460018'
const sentence = `Callers reach it at ${number}`
const give = ({ agents, creationId }: Wanted) => agents.settleNumberStep({ creationId, number, sentence })
const silent = async () => {}

let aheadMs = 0
let room: Awaited<ReturnType<typeof openAgents>>
let site: Site
beforeAll(async () => {
  room = await openAgents({ clock: { now: () => new Date(Date.now() + aheadMs) } })
  site = await openSite({ '/': pageOf('Fresh bread', 'Corner Bakery bakes sourdough, rye and milk bread in a wood oven every morning before sunrise.') })
})
afterAll(async () => {
  await site.close()
  await room.close()
})

/** A creation of a fresh tenant, and how its telephones answer. */
async function begin(answer: (it: Wanted) => Promise<unknown>) {
  const caller = room.house.newCaller()
  room.answerWith(caller, answer)
  const client = room.agentsOf(caller)
  const { id: creationId, agentId } = await client.createFromWebsite({ url: site.url })
  const step = async () => (await client.getCreation({ creationId })).steps[3]!
  const wanted = () => room.wanted.filter((it) => it.tenantId === caller.tenantId)
  const asked = (times = 1) => eventually(wanted, (it) => it.length >= times)
  return { caller, client, creationId, agentId, step, wanted, asked, over: () => follow(client.watchCreation({ creationId })) }
}
/** As the service that has the numbers asks. */
const asCalls = ({ caller }: { caller: Caller }) => room.agentsOf({ ...caller, subject: 'service:calls' })

describe('an agent that wants a telephone number', () => {
  it('asks once, waits for the answer, and goes live with it', async () => {
    const it = await begin(give)
    const happenings = await it.over()
    expect(it.wanted()).toMatchObject([{ creationId: it.creationId, agentId: it.agentId }])
    const { creation } = happenings.at(-1)!.data
    expect(creation.status).toBe('done')
    expect(creation.steps.slice(3)).toMatchObject([
      { name: 'number', status: 'done', sentence, fault: null, startedAt: expect.any(String), endedAt: expect.any(String) },
      { name: 'deploy', status: 'done' },
    ])
    expect(happenings.filter(({ data }) => data.step === 'number').map(({ data }) => data.sentence)).toEqual(['Get a phone number', sentence])
  })

  it('goes live without one, and says what to do', async () => {
    const it = await begin(({ agents, creationId }) => agents.settleNumberStep({ creationId, number: null, sentence: 'Connect a carrier.' }))
    const { creation } = (await it.over()).at(-1)!.data
    expect(creation.steps.slice(3)).toMatchObject([{ status: 'skipped', sentence: 'Connect a carrier.' }, { status: 'done' }])
  })

  it('keeps what it was answered first, however often it is answered', async () => {
    const it = await begin(give)
    await it.over()
    const before = await it.step()
    expect(await asCalls(it).settleNumberStep({ creationId: it.creationId, number, sentence })).toEqual({ kept: true })
    expect(await asCalls(it).settleNumberStep({ creationId: it.creationId, number: null, sentence: 'None' })).toEqual({ kept: true })
    expect(await it.step()).toEqual(before)
  })

  it('is asked again when its answer failed', async () => {
    let tries = 0
    const it = await begin((wanted) => (++tries === 1 ? Promise.reject(new Error('not yet')) : give(wanted)))
    expect((await it.over()).at(-1)!.data.creation.steps[3]).toMatchObject({ status: 'done', sentence })
    expect(it.wanted()).toHaveLength(2)
  })

  it('waits no longer than half a minute; a number that comes later is not kept', async () => {
    const it = await begin(silent)
    await it.asked()
    aheadMs += 29_000
    expect(await it.step()).toMatchObject({ status: 'running' })
    aheadMs += 2_000
    const { creation } = (await it.over()).at(-1)!.data
    expect(creation).toMatchObject({
      status: 'done',
      steps: [{}, {}, {}, { status: 'skipped', sentence: expect.stringContaining('Phone numbers') }, { status: 'done' }],
    })
    expect(await asCalls(it).settleNumberStep({ creationId: it.creationId, number, sentence })).toEqual({ kept: false })
    expect(await it.step()).toEqual(creation.steps[3])
  })

  it('can be stopped while it waits, and asks anew when it is taken up again', async () => {
    const it = await begin(silent)
    await it.asked()
    expect((await it.client.cancelCreation({ creationId: it.creationId })).steps[3]).toMatchObject({ status: 'failed', sentence: 'Stopped' })
    expect(await asCalls(it).settleNumberStep({ creationId: it.creationId, number, sentence })).toEqual({ kept: false })
    room.answerWith(it.caller, give)
    await it.client.retryStep({ creationId: it.creationId, step: 'number' })
    expect((await it.over()).at(-1)!.data.creation).toMatchObject({ status: 'done', steps: [{}, {}, {}, { status: 'done', sentence }, { status: 'done' }] })
    expect(it.wanted()).toHaveLength(2)
  })

  it('gives its number back when it is stopped before it is live, and asks again before it goes live after all', async () => {
    const it = await begin(async (wanted) => {
      await give(wanted)
      await room.agentsOf(it.caller).cancelCreation({ creationId: wanted.creationId })
    })
    const stopped = (await it.over()).at(-1)!.data.creation
    expect(stopped).toMatchObject({ status: 'cancelled', steps: [{}, {}, {}, { status: 'skipped', sentence: expect.stringContaining('free again') }, {}] })
    expect(await asCalls(it).settleNumberStep({ creationId: it.creationId, number, sentence })).toEqual({ kept: false })
    room.answerWith(it.caller, give)
    await it.client.retryStep({ creationId: it.creationId, step: 'deploy' })
    expect((await it.over()).at(-1)!.data.creation).toMatchObject({ status: 'done', steps: [{}, {}, {}, { status: 'done', sentence }, { status: 'done' }] })
    expect(it.wanted()).toHaveLength(2)
  })

  it('wants none any more once it is deleted', async () => {
    const it = await begin(silent)
    await it.asked()
    const jobIds = await room.jobIdsOf(it.caller)
    await it.client.deleteAgent({ agentId: it.agentId })
    expect(await asCalls(it).settleNumberStep({ creationId: it.creationId, number, sentence })).toEqual({ kept: false })
    expect(await codeOf(it.client.getCreation({ creationId: it.creationId }))).toBe('agents.creation_not_found')
    await eventually(
      () => room.jobStates(it.caller, jobIds),
      ([state]) => state === 'cancelled',
    )
  })
})

describe('a house that closes while an agent waits for a number', () => {
  it.each(['before', 'after'] as const)('leaves the rest to the next house, answered %s it opens', async (when) => {
    const first = await openAgents()
    const caller = first.house.newCaller()
    first.answerWith(caller, silent)
    const { id: creationId } = await first.agentsOf(caller).createFromWebsite({ url: site.url })
    await followUntil(first.agentsOf(caller).watchCreation({ creationId }), (it) => it.creation.steps[3]!.status === 'running')
    await eventually(
      () => first.wanted,
      (it) => it.length === 1,
    )
    await first.house.house.drain(0)
    const asCallsThere = first.agentsOf({ ...caller, subject: 'service:calls' })
    if (when === 'before') await asCallsThere.settleNumberStep({ creationId, number, sentence })
    else first.answerWith(caller, give)

    const { services, ports } = first
    const { database, secret } = first.house
    const log = createLog({ level: 'silent' })
    const second = await createHouse({ services, contracts: { ...contracts, listener: {} }, database, ports, vault: createVault(randomBytes(32)), secret, log })
    await second.start()
    const client = second.client('agents', { caller }) as unknown as ReturnType<typeof first.agentsOf>
    const happenings = await follow(client.watchCreation({ creationId }))
    expect(happenings.at(-1)!.data.creation).toMatchObject({ status: 'done', steps: [{}, {}, {}, { status: 'done', sentence }, { status: 'done' }] })
    expect(happenings.filter(({ data }) => data.sentence === sentence)).toHaveLength(1)
    expect(first.wanted).toHaveLength(when === 'before' ? 1 : 2)
    await second.drain(1_000)
    await first.close()
  })
})
