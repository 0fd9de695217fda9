import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@myna/contracts/caller'
import { onCreationEnded } from '#reactions/on-creation-ended.ts'
import { onNumberWanted } from '#reactions/on-number-wanted.ts'
import { openCalls } from '#test/house.ts'

const page =
  '<html lang="en"><head><title>Corner Bakery</title></head><body><h1>Corner Bakery</h1><p>We bake sourdough and rye bread every morning.</p></body></html>'

let twilio: PlayedTwilio
let room: Awaited<ReturnType<typeof openCalls>>
const site = createServer((request, response) => void response.writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/html' }).end(page))
beforeAll(async () => {
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  twilio = await playTwilio()
  room = await openCalls({ twilio })
}, 60_000)
afterEach(() => expect(twilio.warnings).toEqual([]))
// Nothing is ever bought for an agent without a person.
afterEach(() => expect(twilio.asked.filter((it) => it.method === 'POST' && it.path.endsWith('/IncomingPhoneNumbers.json'))).toEqual([]))
afterAll(async () => {
  await Promise.all([twilio.close(), room.close()])
  site.closeAllConnections()
  await new Promise((done) => site.close(done))
})

let lines = 0
/** A fresh tenant with a carrier account and as many numbers as asked for, oldest first. */
async function newOffice(it: { numbers?: number; carrier?: boolean } = {}) {
  const caller = room.house.newCaller()
  const client = room.callsOf(caller)
  const { accountId, secret } = twilio.account
  const carrier = it.carrier === false ? undefined : await client.connectCarrier({ name: 'Main', accountId, secret })
  const numbers: string[] = []
  const ids: string[] = []
  for (let left = it.numbers ?? 0; left > 0; left--) {
    const number = `+4420794601${String(10 + ++lines)}`
    twilio.own(number)
    numbers.push(number)
    ids.push((await client.addNumber({ carrierId: carrier!.id, number, buy: false })).id)
  }
  const holders = async () => new Map((await client.listNumbers({})).items.map(({ number, agentId }) => [number, agentId]))
  return { caller, client, numbers, ids, holders, agents: room.agentsOf(caller) }
}
type Office = Awaited<ReturnType<typeof newOffice>>

/** Builds an agent from a page of the website to the end. */
async function build({ agents }: Office, path = '') {
  const { port } = site.address() as AddressInfo
  const { id: creationId, agentId } = await agents.createFromWebsite({ url: `http://127.0.0.1:${port}/${path}` })
  for await (const { data } of agents.watchCreation({ creationId }))
    if (data.creation.status !== 'running') return { creationId, agentId, step: data.creation.steps[3]!, status: data.creation.status }
  throw new Error('it never ended')
}
/** Builds an agent and stops as soon as it has its number. */
async function buildUntilNumber({ agents }: Office, path = '') {
  const { port } = site.address() as AddressInfo
  const { id: creationId, agentId } = await agents.createFromWebsite({ url: `http://127.0.0.1:${port}/${path}` })
  for await (const { data } of agents.watchCreation({ creationId }))
    if (data.creation.steps[3]!.status === 'done') return { creationId, agentId, stopped: await agents.cancelCreation({ creationId }) }
  throw new Error('it never had a number')
}
const again = (caller: Caller) => room.contextOf({ ...caller, subject: 'service:calls' })

describe('an agent built from a website', () => {
  it('is told to connect a carrier, and to buy a number, where there is none', async () => {
    const none = await build(await newOffice({ carrier: false }))
    expect(none).toMatchObject({
      status: 'done',
      step: { status: 'skipped', sentence: expect.stringMatching(/^No phone carrier is connected yet.*under Phone numbers/) },
    })
    const office = await newOffice()
    expect((await build(office)).step).toMatchObject({
      status: 'skipped',
      sentence: expect.stringMatching(/no phone number here yet.*Buy one under Phone numbers/),
    })
  }, 60_000)

  it('gets the oldest number that nobody answers, never that of another agent, and answers when it rings', async () => {
    const office = await newOffice({ numbers: 3 })
    const { id: other } = await office.agents.createAgent({ name: 'Other', config: { businessName: 'Other' } })
    await office.client.updateNumber({ numberId: office.ids[0]!, agentId: other })
    const first = await build(office, 'first')
    expect(first).toMatchObject({ status: 'done', step: { status: 'done', sentence: `Callers reach it at ${office.numbers[1]}` } })
    const second = await build(office, 'second')
    const third = await build(office, 'third')
    expect(third.step).toMatchObject({ status: 'skipped', sentence: expect.stringContaining('answered by an agent already') })
    expect([...(await office.holders()).values()]).toEqual([other, first.agentId, second.agentId])
    const caller = twilio.ring({ to: office.numbers[1]!, from: '+442079460018' })
    await caller.until('marked')
    expect((await office.client.listCalls({})).items).toMatchObject([{ agentId: first.agentId, to: office.numbers[1] }])
    caller.hangUp()
    await expect.poll(async () => (await office.client.listCalls({})).items[0]!.status, { timeout: 10_000 }).toBe('ended')
  }, 60_000)

  it('shares its number with no other, however many are built at once', async () => {
    const office = await newOffice({ numbers: 2 })
    const built = await Promise.all(['a', 'b', 'c', 'd'].map((path) => build(office, path)))
    expect(built.map((it) => it.step.status).sort()).toEqual(['done', 'done', 'skipped', 'skipped'])
    const holders = [...(await office.holders()).values()]
    expect(holders.sort()).toEqual(
      built
        .filter((it) => it.step.status === 'done')
        .map((it) => it.agentId)
        .sort(),
    )
    expect(new Set(holders).size).toBe(2)
  }, 60_000)

  it('gets one number however often it is asked about, and keeps the one a person gave it', async () => {
    const office = await newOffice({ numbers: 2 })
    const { creationId, agentId } = await build(office)
    await onNumberWanted.run({ creationId, agentId, country: 'GB' }, again(office.caller))
    await onCreationEnded.run({ creationId, agentId, status: 'failed' }, again(office.caller))
    expect([...(await office.holders()).values()]).toEqual([agentId, null])
  }, 60_000)

  it('leaves its number free when it is deleted, even when it is asked about once more', async () => {
    const office = await newOffice({ numbers: 1 })
    const { creationId, agentId } = await build(office)
    expect([...(await office.holders()).values()]).toEqual([agentId])
    await office.agents.deleteAgent({ agentId })
    await expect.poll(async () => [...(await office.holders()).values()], { timeout: 10_000 }).toEqual([null])
    await onNumberWanted.run({ creationId, agentId, country: 'GB' }, again(office.caller))
    expect([...(await office.holders()).values()]).toEqual([null])
    const next = await build(office)
    expect([...(await office.holders()).values()]).toEqual([next.agentId])
  }, 60_000)

  it('leaves its number free when it is stopped before it is live, and gets one again when it is taken up', async () => {
    const office = await newOffice({ numbers: 1 })
    const { creationId, agentId, stopped } = await buildUntilNumber(office)
    expect(stopped).toMatchObject({ status: 'cancelled', steps: [{}, {}, {}, { status: 'skipped', sentence: expect.stringContaining('free again') }, {}] })
    await expect.poll(async () => [...(await office.holders()).values()], { timeout: 10_000 }).toEqual([null])
    await office.agents.retryStep({ creationId, step: 'deploy' })
    await expect.poll(async () => (await office.agents.getCreation({ creationId })).status, { timeout: 10_000 }).toBe('done')
    expect([...(await office.holders()).values()]).toEqual([agentId])
  }, 60_000)

  it('keeps a number that a person gave it, although it is stopped', async () => {
    const office = await newOffice({ numbers: 1 })
    const { port } = site.address() as AddressInfo
    const { id: creationId, agentId } = await office.agents.createFromWebsite({ url: `http://127.0.0.1:${port}/` })
    await office.client.updateNumber({ numberId: office.ids[0]!, agentId })
    for await (const { data } of office.agents.watchCreation({ creationId })) if (data.creation.steps[3]!.status === 'done') break
    await office.agents.cancelCreation({ creationId }).catch(() => undefined)
    await onCreationEnded.run({ creationId, agentId, status: 'cancelled' }, again(office.caller))
    expect([...(await office.holders()).values()]).toEqual([agentId])
  }, 60_000)
})
