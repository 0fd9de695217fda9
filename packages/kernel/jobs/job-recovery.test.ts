import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRelay } from '#db/in-relay.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createJobStore } from '#jobs/job-store.ts'
import { defineJob, type Floor, newCaller, openFloor, openWorkshop, until, untilAborted, workshopEntries } from '#jobs/test/workshop.ts'

let floor: Floor
beforeAll(async () => {
  floor = await openFloor()
}, 60_000)
afterAll(() => floor.close())

test('drain waits for what runs, then gives it back without counting the attempt', async () => {
  const attempts: number[] = []
  let stuck = true
  const definition = defineJob(
    async (_input, { signal }, job) => {
      attempts.push(job.attempt)
      if (stuck) await untilAborted(signal)
    },
    { retries: 0 },
  )
  const shop = await floor.start(definition)
  const id = await shop.sendOne(1)
  await until('it runs', () => attempts.length > 0)
  await shop.jobs.drain(50)
  expect(await shop.sender.get(id)).toMatchObject({ state: 'waiting', attempt: 0 })
  stuck = false
  await floor.start(definition, {}, shop.name)
  await until('another process has done it', async () => (await shop.state(id)) === 'done')
  expect(attempts).toEqual([1, 1])
})

test('two processes share the work and neither repeats it', async () => {
  const ran: number[] = []
  const definition = defineJob(async ({ n }) => void ran.push(n))
  const shop = await floor.start(definition)
  await floor.start(definition, {}, shop.name)
  await Promise.all(Array.from({ length: 60 }, (_, n) => shop.sendOne(n)))
  await until('all are done', () => ran.length >= 60)
  expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n))
})

/** Makes a job look as if a process that has ended still held it. */
const lose = (id: string, lostRuns = 0) =>
  inRelay(floor.database, (tx) =>
    sql`
      update kernel.jobs set state = 'running', attempt = 1, lost_runs = ${lostRuns}, holder = 'gone:1:1/x', held_until = now() - interval '1 second'
      where id = ${id}::uuid`.execute(tx),
  )

test('a job whose process was lost runs again with the same attempt number', async () => {
  const attempts: number[] = []
  const shop = await floor.start(
    defineJob(async (_input, _context, job) => void attempts.push(job.attempt), { retries: 0 }),
    { leaseMs: 200 },
  )
  const id = await shop.sendOne(1, { startAfter: new Date(Date.now() + 60_000) })
  await lose(id)
  await until('it is done', async () => (await shop.state(id)) === 'done')
  expect(attempts).toEqual([1])
})

test('a job that its process did not survive six times is dead', async () => {
  const deaths: unknown[] = []
  const shop = await floor.start(
    defineJob(async () => {}, { onDead: async (_input, _context, error) => void deaths.push((error as Error).message) }),
    { leaseMs: 200 },
  )
  const id = await shop.sendOne(1, { startAfter: new Date(Date.now() + 60_000) })
  await lose(id, 5)
  await until('onDead was called', () => deaths.length > 0)
  expect(await shop.state(id)).toBe('dead')
})

test('jobs that were lost together again and again come back apart, the newly lost at once', async () => {
  const alone = await openTestDatabase(workshopEntries)
  const { jobs, send } = openWorkshop(alone, { never: defineJob(async () => {}) })
  const store = createJobStore(alone, { holder: 'desk:1:1/x', leaseMs: 1_000, foreignIsDead: false })
  const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => send(newCaller(), 'never', { n })))
  const now = new Date()
  const rescued = async (lostRuns: number) => {
    await inRelay(alone, (tx) =>
      sql`update kernel.jobs set state = 'running', attempt = 1, lost_runs = ${lostRuns}, holder = 'gone:1:1/x', held_until = now() - interval '1 second'`.execute(
        tx,
      ),
    )
    expect(await store.rescue([], now)).toBe(ids.length)
    const { rows } = await inRelay(alone, (tx) => sql<{ dueAt: Date }>`select due_at as "dueAt" from kernel.jobs`.execute(tx))
    return new Set(rows.map(({ dueAt }) => dueAt.getTime() - now.getTime()))
  }
  expect(await rescued(0)).toEqual(new Set([0]))
  const waits = await rescued(4)
  expect(waits.size).toBeGreaterThan(6)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...waits)).toBeLessThanOrEqual(15_000)
  await jobs.drain(0)
  await alone.close()
})

test('all the room is filled at once though most tenants have less than their share, and those few come first', async () => {
  const alone = await openTestDatabase(workshopEntries)
  const { send } = openWorkshop(alone, { shared: defineJob(async () => {}) })
  const store = createJobStore(alone, { holder: 'here:1:1/x', leaseMs: 60_000, foreignIsDead: false })
  const many = newCaller()
  for (let n = 0; n < 30; n++) await send(many, 'shared', { n })
  const few = Array.from({ length: 9 }, () => newCaller())
  for (const caller of few) await send(caller, 'shared', { n: 1 })
  const room = (free: number) => [{ service: 'shop', name: 'shared', free }]
  const first = await store.turn([], room(20), new Date())
  expect(first).toHaveLength(20)
  expect(new Set(first.map((it) => it.tenantId))).toEqual(new Set([many, ...few].map((it) => it.tenantId)))
  expect(await store.turn([], room(50), new Date())).toHaveLength(19)
  expect(await store.turn([], room(50), new Date())).toEqual([])
  await alone.close()
})

test('a job taken over by another process is aborted here', async () => {
  const reasons: unknown[] = []
  const shop = await floor.start(
    defineJob(async (_input, { signal }) =>
      untilAborted(signal).catch((error: Error) => {
        reasons.push(error.message)
        throw error
      }),
    ),
    { leaseMs: 200 },
  )
  const id = await shop.sendOne(1)
  await until('it runs', async () => (await shop.state(id)) === 'running')
  await inRelay(floor.database, (tx) =>
    sql`update kernel.jobs set holder = 'other:1:1/x', held_until = now() + interval '1 hour', state = 'done' where id = ${id}::uuid`.execute(tx),
  )
  await until('it was aborted', () => reasons.length > 0)
  expect(reasons).toEqual(['Another process has taken this over.'])
  expect(await shop.state(id)).toBe('done')
})

test('old jobs that are done are removed, dead ones stay', async () => {
  const shop = await floor.start(
    defineJob(
      async ({ n }) => {
        if (n === 2) throw new Error('no')
      },
      { retries: 0 },
    ),
  )
  const done = await shop.sendOne(1)
  const dead = await shop.sendOne(2)
  await until('both are over', async () => (await shop.state(done)) === 'done' && (await shop.state(dead)) === 'dead')
  await floor.start(
    defineJob(async () => {}),
    { keepMs: -1_000 },
  )
  await until('the old one is gone', async () => (await shop.state(done)) === undefined)
  expect(await shop.state(dead)).toBe('dead')
})

test('counts what waits, runs, is dead and is late', async () => {
  const alone = await openTestDatabase(workshopEntries)
  const { jobs, send } = openWorkshop(alone, { later: defineJob(async () => {}) })
  await send(newCaller(), 'later', { n: 1 }, { startAfter: new Date(Date.now() - 60_000) })
  const dead = await send(newCaller(), 'later', { n: 2 })
  await inRelay(alone, (tx) => sql`update kernel.jobs set state = 'dead' where id = ${dead}::uuid`.execute(tx))
  const counts = await jobs.counts()
  expect(counts).toMatchObject({ jobs_waiting: 1, jobs_running: 0, jobs_dead: 1 })
  expect(counts.jobs_late_seconds).toBeGreaterThanOrEqual(60)
  await alone.close()
})

test('fifty thousand jobs of one tenant do not make the one job of another wait', async () => {
  const alone = await openTestDatabase(workshopEntries)
  const order: (string | null)[] = []
  const { jobs, send } = openWorkshop(alone, { fair: defineJob(async (_input, { caller }) => void order.push(caller.tenantId), { concurrency: 4 }) })
  const [noisy, single] = [newCaller(), newCaller()]
  await inRelay(alone, (tx) =>
    sql`
      insert into kernel.jobs (id, tenant_id, service, name, input, caller, due_at)
      select gen_random_uuid(), ${noisy.tenantId}::uuid, 'shop', 'fair', '{"n":1}', '{"subject":"x","traceId":"x"}', now() - interval '1 hour'
      from generate_series(1, 50000)`.execute(tx),
  )
  await send(single, 'fair', { n: 2 })
  await jobs.start()
  await until('the one is done', () => order.includes(single.tenantId))
  expect(order.indexOf(single.tenantId)).toBeLessThan(4)
  await jobs.drain(1_000)
  await alone.close()
})
