import { event } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { sql } from 'kysely'
import { afterEach, beforeAll, afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inRelay } from '#db/in-relay.ts'
import { createServiceDb } from '#db/service-db.ts'
import type { Database } from '#db/open-database.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createRelay, type Relay, type RelayOptions } from '#events/relay.ts'
import { newCaller, quiet, until, workshopEntries, type WorkshopContext } from '#jobs/test/workshop.ts'

let database: Database
let kinds = 0
const open: Relay[] = []
const relays = new Map<string, Relay>()

beforeAll(async () => {
  database = await openTestDatabase(workshopEntries)
}, 60_000)
afterEach(async () => {
  await Promise.all(open.splice(0).map((relay) => relay.drain(0)))
})
afterAll(() => database.close())

const newEvent = () => event({ name: `order${++kinds}.placed`, summary: 'An order was placed.', data: z.object({ n: z.number() }) })
type Placed = ReturnType<typeof newEvent>
type React = (n: number, context: WorkshopContext) => Promise<void>

/** A relay whose services react to one event, impatient enough for tests. */
async function openRelay(placed: Placed, services: Record<string, React>, options: Partial<RelayOptions> = {}) {
  const relay = createRelay({
    database,
    log: quiet,
    listeners: { [placed.name]: Object.keys(services) },
    reactions: Object.entries(services).map(([service, react]) => ({
      service,
      reaction: { event: placed, run: (data: { n: number }, context: WorkshopContext) => react(data.n, context) },
    })),
    contextFor: (_service, caller, signal): WorkshopContext => ({ caller, signal }),
    pollMs: 30,
    leaseMs: 1_000,
    backoffMs: 20,
    attempts: 3,
    graceMs: 200,
    ...options,
  })
  await relay.start()
  open.push(relay)
  if (!relays.has(placed.name)) relays.set(placed.name, relay)
  return relay
}
/** How an event is said in the process of the relay that was opened first for it. */
const tellOf = (placed: Placed) => relays.get(placed.name)!.tell
const say = (placed: Placed, caller: Caller, ...numbers: number[]) =>
  createServiceDb(database, 'shop').inTenant(caller, async (tx) => {
    for (const n of numbers) await tellOf(placed)(tx, placed, { n }, caller)
  })
const statesOf = async (placed: Placed) => {
  const { rows } = await inRelay(database, (tx) =>
    sql<{
      listener: string
      state: string
      attempts: number
    }>`
      select listener, state, d.attempts from kernel.deliveries d join kernel.outbox o on o.id = d.event_id
      where o.name = ${placed.name} order by d.seq, listener`.execute(tx),
  )
  return rows.map((row) => `${row.listener} ${row.state} ${row.attempts}`)
}

test('an event of a transaction that rolls back is never heard; one that commits is heard by all', async () => {
  const placed = newEvent()
  const heard: string[] = []
  await openRelay(placed, { mail: async (n) => void heard.push(`mail ${n}`), stats: async (n) => void heard.push(`stats ${n}`) })
  const caller = newCaller()
  const failing = createServiceDb(database, 'shop').inTenant(caller, async (tx) => {
    await tellOf(placed)(tx, placed, { n: 1 }, caller)
    throw new Error('no order after all')
  })
  await expect(failing).rejects.toThrow('no order after all')
  await say(placed, caller, 2)
  await until('both have heard it', async () => (await statesOf(placed)).every((it) => it.includes('done')) && heard.length >= 2)
  expect(heard.toSorted()).toEqual(['mail 2', 'stats 2'])
})

test('a reaction runs as its service in the tenant and trace of whoever said it', async () => {
  const placed = newEvent()
  const callers: Caller[] = []
  await openRelay(placed, { mail: async (_n, context) => void callers.push(context.caller) })
  const caller = newCaller()
  await say(placed, caller, 1)
  await until('it was heard', () => callers.length > 0)
  expect(callers).toEqual([{ tenantId: caller.tenantId, subject: 'service:mail', roles: [], scopes: ['*'], traceId: caller.traceId }])
})

test('refuses data that does not fit the event, and an event in the name of another tenant', async () => {
  const placed = newEvent()
  await openRelay(placed, {})
  await expect(say(placed, newCaller(), Number.NaN)).rejects.toThrow('refuses its data')
  const caller = newCaller()
  const foreign = createServiceDb(database, 'shop').inTenant(caller, (tx) => tellOf(placed)(tx, placed, { n: 1 }, newCaller()))
  await expect(foreign).rejects.toMatchObject({ code: '42501' })
})

test('an event without a tenant is heard', async () => {
  const placed = newEvent()
  const tenants: unknown[] = []
  await openRelay(placed, { mail: async (_n, { caller }) => void tenants.push(caller.tenantId) })
  const caller = newCaller(null)
  await createServiceDb(database, 'shop').global((tx) => tellOf(placed)(tx, placed, { n: 1 }, caller))
  await until('it was heard', () => tenants.length > 0)
  expect(tenants).toEqual([null])
})

test('a service that fails is tried again, alone', async () => {
  const placed = newEvent()
  const heard: string[] = []
  let failures = 0
  await openRelay(placed, {
    mail: async (n) => {
      if (failures++ < 2) throw new Error('mail is down')
      heard.push(`mail ${n}`)
    },
    stats: async (n) => void heard.push(`stats ${n}`),
  })
  await say(placed, newCaller(), 1)
  await until('mail has heard it', async () => (await statesOf(placed)).join() === 'mail done 3,stats done 1')
  expect(heard.toSorted()).toEqual(['mail 1', 'stats 1'])
})

test('a delivery that always fails is dead, listed, counted and can be redriven', async () => {
  const placed = newEvent()
  let down = true
  const relay = await openRelay(placed, {
    mail: async () => {
      if (down) throw new Error('mail is down')
    },
  })
  await say(placed, newCaller(), 1)
  const [dead] = await until('it is dead', async () => {
    const all = await relay.listDead()
    return all.length > 0 && all
  })
  expect(dead).toMatchObject({ listener: 'mail', name: placed.name, attempts: 3, error: 'Error: mail is down' })
  expect(await relay.counts()).toMatchObject({ events_dead: 1 })
  down = false
  expect(await relay.redrive(dead!.eventId)).toBe(1)
  await until('mail has heard it', async () => (await statesOf(placed)).join() === 'mail done 1')
  expect(await relay.counts()).toMatchObject({ events_dead: 0 })
})

test('a reaction that takes too long counts as failed and does not hold up the rest for ever', async () => {
  const placed = newEvent()
  const heard: number[] = []
  await openRelay(
    placed,
    {
      mail: async (n) => {
        if (n === 1) await new Promise(() => {})
        heard.push(n)
      },
    },
    { timeoutMs: 30, graceMs: 10 },
  )
  await say(placed, newCaller(), 1, 2)
  await until('the first is dead', async () => (await statesOf(placed)).join() === 'mail dead 3,mail done 1')
  expect(heard).toEqual([2])
})

test('a service hears the events of one tenant in order and one at a time, however many processes there are', async () => {
  const placed = newEvent()
  const heard = new Map<string, number[]>()
  const busy = new Set<string>()
  let overlaps = 0
  const react: React = async (n, { caller }) => {
    const tenant = caller.tenantId!
    if (busy.has(tenant)) overlaps++
    busy.add(tenant)
    await new Promise((resolve) => setTimeout(resolve, n % 3))
    busy.delete(tenant)
    heard.set(tenant, [...(heard.get(tenant) ?? []), n])
  }
  await openRelay(placed, { mail: react })
  await openRelay(placed, { mail: react })
  const callers = [newCaller(), newCaller(), newCaller()]
  for (let n = 0; n < 30; n += 3) for (const caller of callers) await say(placed, caller, n, n + 1, n + 2)
  await until('all are heard', async () => {
    const all = await statesOf(placed)
    return all.length === 90 && all.every((it) => it.includes('done'))
  })
  for (const caller of callers) expect(heard.get(caller.tenantId!)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  expect(overlaps).toBe(0)
})

test('a process delivers only to its own services; events for the others wait', async () => {
  const placed = newEvent()
  const heard: string[] = []
  const listeners = { [placed.name]: ['mail', 'stats'] }
  await openRelay(placed, { mail: async (n) => void heard.push(`mail ${n}`) }, { listeners })
  await say(placed, newCaller(), 1)
  await until('mail has heard it', async () => (await statesOf(placed)).join() === 'mail done 1,stats waiting 0')
  await openRelay(placed, { stats: async (n) => void heard.push(`stats ${n}`) }, { listeners })
  await until('stats has heard it', async () => (await statesOf(placed)).join() === 'mail done 1,stats done 1')
  expect(heard).toEqual(['mail 1', 'stats 1'])
})

test('another process takes over from one that stops, and what was aborted is heard again', async () => {
  const placed = newEvent()
  const begun: string[] = []
  const first = await openRelay(placed, {
    mail: async (_n, { signal }) => {
      begun.push('first')
      await new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason as Error)))
    },
  })
  await openRelay(placed, { mail: async () => void begun.push('second') }, { leaseMs: 150 })
  await say(placed, newCaller(), 1)
  await until('the first is at it', () => begun.length > 0)
  await first.drain(20)
  await until('the second has done it', async () => (await statesOf(placed)).join() === 'mail done 1')
  expect(begun).toEqual(['first', 'second'])
})

test('another process takes over from one that was lost', async () => {
  const placed = newEvent()
  await inRelay(database, (tx) =>
    sql`
      insert into kernel.listeners values ('mail', 'gone:1:1/x', clock_timestamp() + interval '300 milliseconds')
      on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until`.execute(tx),
  )
  const heard: number[] = []
  await openRelay(placed, { mail: async (n) => void heard.push(n) }, { leaseMs: 300 })
  await say(placed, newCaller(), 1)
  await until('it was heard', () => heard.length > 0)
})

test('events that all have heard are removed after a time, dead ones stay', async () => {
  const placed = newEvent()
  await openRelay(
    placed,
    {
      mail: async (n) => {
        if (n === 2) throw new Error('no')
      },
    },
    { attempts: 1 },
  )
  await say(placed, newCaller(), 1, 2)
  await until('both are over', async () => (await statesOf(placed)).join() === 'mail done 1,mail dead 1')
  await openRelay(placed, {}, { keepMs: -1_000 })
  await until('the one that was heard is gone', async () => (await statesOf(placed)).join() === 'mail dead 1')
})

test('refuses two reactions of a service to one event', () => {
  const placed = newEvent()
  const reaction = { event: placed, run: async () => {} }
  const twice = {
    database,
    log: quiet,
    listeners: {},
    contextFor: () => ({}),
    reactions: [
      { service: 'mail', reaction },
      { service: 'mail', reaction },
    ],
  }
  expect(() => createRelay(twice)).toThrow('two reactions')
})

test('an outcome that cannot be written while the next event is still heard ends nobody; the event is heard again', async () => {
  const placed = newEvent()
  const heard: number[] = []
  const unheard: unknown[] = []
  const note = (error: unknown) => void unheard.push(error)
  process.on('unhandledRejection', note)
  // A sequence remembers an attempt that was rolled back.
  await database.pool.query(`
    create sequence kernel.refusals;
    grant usage on sequence kernel.refusals to public;
    create function kernel.refuse_outcome() returns trigger language plpgsql as $$
      begin perform nextval('kernel.refusals'); raise exception 'no room on the disk'; end $$;
    create trigger refuse_outcome before update on kernel.deliveries for each row when (new.listener = 'forgetful') execute function kernel.refuse_outcome()`)
  const refused = async () => (await database.pool.query<{ is_called: boolean }>('select is_called from kernel.refusals')).rows[0]!.is_called
  await openRelay(placed, {
    forgetful: async (n) => {
      heard.push(n)
      if (n === 1) return
      await until('the outcome of the first was refused', refused)
      await database.pool.query('drop trigger refuse_outcome on kernel.deliveries')
    },
  })
  await say(placed, newCaller(), 1, 2)
  await until('both are done', async () => (await statesOf(placed)).every((it) => it.includes('done')))
  expect(heard).toEqual([1, 2, 1])
  expect(unheard).toEqual([])
  process.removeListener('unhandledRejection', note)
  await database.pool.query('drop function kernel.refuse_outcome; drop sequence kernel.refusals')
})
