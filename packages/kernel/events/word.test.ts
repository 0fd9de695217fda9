import { event } from '@myna/contracts'
import type { Broker } from '@myna/ports/broker'
import { PortFault } from '@myna/ports/fault'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createMemoryBroker, createMemoryQueues } from '@myna/broker-memory'
import { inRelay } from '#db/in-relay.ts'
import { newId } from '#db/ids.ts'
import { createServiceDb } from '#db/service-db.ts'
import type { Database } from '#db/open-database.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createRelay, type Relay, type RelayOptions } from '#events/relay.ts'
import { newCaller, quiet, until, workshopEntries, type WorkshopContext } from '#jobs/test/workshop.ts'

let database: Database
const open: Relay[] = []
beforeAll(async () => {
  database = await openTestDatabase(workshopEntries)
}, 60_000)
afterEach(async () => {
  await Promise.all(open.splice(0).map((relay) => relay.drain(0)))
  await inRelay(database, (tx) => sql`delete from kernel.outbox`.execute(tx))
  await inRelay(database, (tx) => sql`delete from kernel.listeners`.execute(tx))
})
afterAll(() => database.close())

const placed = event({ name: 'order.placed', summary: 'An order was placed.', data: z.object({ n: z.number() }) })
const callers = [newCaller(), newCaller()] as const

/** A process of a split: it hears for `mail`, or only says. Nothing but word of the broker makes it look, unless told otherwise. */
async function openProcess(
  broker: Broker | undefined,
  hears: ((n: number, context: WorkshopContext) => Promise<void>) | undefined,
  more: Partial<RelayOptions> = {},
) {
  const relay = createRelay({
    // News within one process must not stand in for word between two.
    database: { ...database },
    log: quiet,
    broker,
    listeners: { [placed.name]: ['mail'] },
    reactions: hears ? [{ service: 'mail', reaction: { event: placed, run: (data: { n: number }, context: WorkshopContext) => hears(data.n, context) } }] : [],
    contextFor: (_service, caller, signal): WorkshopContext => ({ caller, signal }),
    pollMs: 600_000,
    leaseMs: 1_000,
    backoffMs: 20,
    attempts: 3,
    graceMs: 100,
    ...more,
  })
  await relay.start()
  open.push(relay)
  return relay
}
const say = (relay: Relay, n: number, caller = callers[0]) => createServiceDb(database, 'shop').inTenant(caller, (tx) => relay.tell(tx, placed, { n }, caller))
const states = async () => {
  const { rows } = await inRelay(database, (tx) =>
    sql<{ state: string; n: number }>`select state, count(*)::int as n from kernel.deliveries group by state`.execute(tx),
  )
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}
const away: Broker = {
  ...createMemoryBroker(),
  publish: () => Promise.reject(new PortFault('The broker is away.', { retryable: true })),
  consume: async () => async () => {},
}

test('an event of one process is heard by another on word of the broker, in order, once', async () => {
  const queues = createMemoryQueues()
  const heard: number[] = []
  await openProcess(createMemoryBroker({ queues }), async (n) => void heard.push(n))
  const sayer = await openProcess(createMemoryBroker({ queues }), undefined)
  for (let n = 0; n < 20; n++) await say(sayer, n)
  await until('all are heard', async () => (await states())['done'] === 20)
  expect(heard).toEqual(Array.from({ length: 20 }, (_, n) => n))
  await until('no word is left', async () => (await createMemoryBroker({ queues }).depth('mail')).waiting === 0)
})

test('word that comes twice, of a later version, or about an event that is over makes nobody hear it again', async () => {
  const queues = createMemoryQueues()
  const heard: number[] = []
  const broker = createMemoryBroker({ queues })
  await openProcess(broker, async (n) => void heard.push(n))
  const sayer = await openProcess({ ...broker, publish: async (queue, messages) => broker.publish(queue, [...messages, ...messages]) }, undefined)
  await say(sayer, 1)
  await until('it is heard', async () => (await states())['done'] === 1)
  await broker.publish('mail', [
    { id: newId(), body: Buffer.from(JSON.stringify({ myna: 'event', version: 99, eventId: newId(), more: { to: 'come' } })) },
    { id: newId(), body: Buffer.from(JSON.stringify({ myna: 'event', version: 1 })) },
  ])
  await say(sayer, 2)
  await until('the next is heard', async () => (await states())['done'] === 2)
  await until('no word is left', async () => (await broker.depth('mail')).waiting === 0)
  expect(heard).toEqual([1, 2])
  expect((await broker.depth('mail')).dead).toBe(0)
})

test('what is no word of ours is put aside and holds up nothing', async () => {
  const broker = createMemoryBroker()
  const heard: number[] = []
  await openProcess(broker, async (n) => void heard.push(n))
  const sayer = await openProcess(broker, undefined)
  await broker.publish(
    'mail',
    ['', 'null', '{"other":1}', '\xff\xfe', '[]'].map((text, at) => ({ id: `poison ${at}`, body: Buffer.from(text, 'latin1') })),
  )
  await say(sayer, 1)
  await until('it is heard', () => heard.length === 1)
  await until('they are put aside', async () => (await broker.depth('mail')).dead === 5)
})

test('a broker that is away delays events until the next look and loses none; its failures are counted', async () => {
  const heard: number[] = []
  await openProcess(away, async (n) => void heard.push(n), { pollMs: 30 })
  const sayer = await openProcess(away, undefined)
  for (let n = 0; n < 5; n++) await say(sayer, n)
  await until('all are heard', async () => (await states())['done'] === 5)
  expect(heard).toEqual([0, 1, 2, 3, 4])
  await until('the failures are counted', () => sayer.seen().publishFailures === 5)
})

test('word that is lost between commit and publish, or with its queue, is made up for by the next look', async () => {
  const heard: number[] = []
  const swallowing: Broker = { ...createMemoryBroker(), publish: async () => {} }
  await openProcess(createMemoryBroker(), async (n) => void heard.push(n), { pollMs: 30 })
  const sayer = await openProcess(swallowing, undefined)
  await say(sayer, 1)
  await until('it is heard', async () => (await states())['done'] === 1)
})

test('killed between taking the word and the effect, or between the effect and its outcome: the next process does it, unasked', async () => {
  const queues = createMemoryQueues()
  const begun: string[] = []
  // What a process that is gone leaves behind: its lease, running out, and word in its hand that nobody will settle.
  await inRelay(database, (tx) => sql`insert into kernel.listeners values ('mail', 'gone:1:1/x', clock_timestamp() + interval '200 milliseconds')`.execute(tx))
  const sayer = await openProcess(createMemoryBroker({ queues }), undefined)
  const gone = createMemoryBroker({ queues })
  let taken = 0
  await gone.consume('mail', 10, () => {
    taken++
    return new Promise(() => {})
  })
  await say(sayer, 1)
  await until('its word was taken', () => taken === 1)
  await openProcess(createMemoryBroker({ queues }), async (n) => void begun.push(`second ${n}`), { leaseMs: 300, pollMs: 30 })
  await until('it is heard', async () => (await states())['done'] === 1)
  expect(begun).toEqual(['second 1'])
  // Only now does the broker notice that the first is gone: the word comes again, for an event that is over.
  await gone.close()
  await until('no word is left', async () => (await createMemoryBroker({ queues }).depth('mail')).waiting === 0)
  expect(begun).toEqual(['second 1'])
})

test('a failure is tried again by the database, without the broker carrying it again', async () => {
  const queues = createMemoryQueues()
  const attempts: number[] = []
  const listening = await openProcess(
    createMemoryBroker({ queues }),
    async (n) => {
      attempts.push(n)
      if (attempts.length < 3) throw new Error('not yet')
    },
    { pollMs: 30 },
  )
  const sayer = await openProcess(createMemoryBroker({ queues }), undefined)
  await say(sayer, 7)
  await until('it is heard', async () => (await states())['done'] === 1)
  expect(attempts).toEqual([7, 7, 7])
  expect(listening.seen().redeliveries).toEqual({ mail: 2 })
})
