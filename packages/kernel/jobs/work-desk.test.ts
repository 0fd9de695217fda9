import { event } from '@myna/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inRelay } from '#db/in-relay.ts'
import { openTestDatabase } from '#db/test-database.ts'
import type { Database } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { createTell } from '#events/tell.ts'
import { defineJob, newCaller, openWorkshop, until, untilAborted, workshopEntries } from '#jobs/test/workshop.ts'
import { createWorkDesk } from '#jobs/work-desk.ts'

let database: Database
beforeAll(async () => {
  const seam = { name: 'seam', schema: 'kernel', migrations: new URL('../seam/migrations/', import.meta.url) }
  database = await openTestDatabase([seam, ...workshopEntries])
}, 60_000)
afterAll(() => database.close())

const rowsOf = async (table: 'jobs' | 'outbox' | 'deliveries', tenantId: string | null) => {
  const { rows } = await inRelay(database, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(`kernel.${table}`)} where tenant_id is not distinct from ${tenantId}::uuid`.execute(tx),
  )
  return rows[0]?.n
}

test('a tenant that is gone leaves no job and no event, a running job of it is aborted, and those of others stay', async () => {
  const placed = event({ name: 'order.placed', summary: 'An order was placed.', data: z.object({}) })
  const tell = createTell({ 'order.placed': ['mail', 'stats'] }, () => {})
  let begun = false
  let aborted = false
  const shop = openWorkshop(database, {
    long: defineJob(async (_input, { signal }) => {
      begun = true
      await untilAborted(signal).finally(() => (aborted = true))
    }),
    later: defineJob(async () => {}),
  })
  await shop.jobs.start()
  const [gone, stays, nobody] = [newCaller(), newCaller(), newCaller(null)]
  const far = { startAfter: new Date(Date.now() + 3_600_000) }
  for (const caller of [gone, stays]) {
    await shop.send(caller, 'later', { n: 1 }, far)
    await createServiceDb(database, 'shop').inTenant(caller, (tx) => tell(tx, placed, {}, caller))
  }
  await createServiceDb(database, 'shop').global((tx) => tell(tx, placed, {}, nobody))
  await shop.send(gone, 'long', { n: 2 })
  await until('it runs', () => begun)
  expect(await createWorkDesk(database).forgetTenant(gone.tenantId!)).toEqual({ jobs: 2, events: 1 })
  await until('it was aborted', () => aborted)
  for (const table of ['jobs', 'outbox', 'deliveries'] as const) expect(await rowsOf(table, gone.tenantId), table).toBe(0)
  expect([await rowsOf('jobs', stays.tenantId), await rowsOf('outbox', stays.tenantId), await rowsOf('deliveries', stays.tenantId)]).toEqual([1, 1, 2])
  expect(await rowsOf('deliveries', null)).toBe(2)
  await shop.jobs.drain(0)
})

test('dead jobs are listed with their error, whosever they are, and redriven', async () => {
  let broken = true
  const shop = openWorkshop(database, {
    fragile: defineJob(
      async () => {
        if (broken) throw new Error('the printer is out of paper')
      },
      { retries: 0 },
    ),
  })
  await shop.jobs.start()
  const caller = newCaller()
  const id = await shop.send(caller, 'fragile', { n: 1 })
  const desk = createWorkDesk(database)
  const [dead] = await until('it is dead', async () => {
    const all = await desk.listDeadJobs({ limit: 100 })
    return all.length > 0 && all
  })
  expect(dead).toEqual({
    id,
    service: 'shop',
    name: 'fragile',
    tenantId: caller.tenantId,
    attempts: 1,
    error: 'Error: the printer is out of paper',
    at: expect.any(Date),
  })
  expect(await shop.jobs.countsByService()).toEqual([{ service: 'shop', waiting: expect.any(Number), running: 0, dead: 1, lateSeconds: 0 }])
  broken = false
  expect(await desk.redriveJob(id)).toBe(true)
  await until('it is done', async () => (await shop.sender(caller).get(id))?.state === 'done')
  expect(await desk.redriveJob(id)).toBe(false)
  await shop.jobs.drain(0)
})

test('dead work is read page by page, of one service or under one id, and what is forgotten is gone', async () => {
  const desk = createWorkDesk(database)
  const placed = event({ name: 'order.lost', summary: 'An order was lost.', data: z.object({}) })
  const tell = createTell({ 'order.lost': ['mail', 'stats'] }, () => {})
  const caller = newCaller()
  const { send } = openWorkshop(database, { never: defineJob(async () => {}) })
  const ids = await Promise.all([1, 2, 3].map((n) => send(caller, 'never', { n })))
  for (let n = 0; n < 2; n++) await createServiceDb(database, 'shop').inTenant(caller, (tx) => tell(tx, placed, {}, caller))
  await inRelay(database, async (tx) => {
    const mine = sql`where tenant_id = ${caller.tenantId}::uuid`
    await sql`update kernel.jobs set state = 'dead', ended_at = now(), error = 'x' ${mine}`.execute(tx)
    await sql`update kernel.deliveries set state = 'dead', ended_at = now(), error = 'x' ${mine}`.execute(tx)
  })
  const jobs: string[] = []
  for (let after: Parameters<typeof desk.listDeadJobs>[0]['after']; ; ) {
    const [job] = await desk.listDeadJobs({ limit: 1, service: 'shop', after })
    if (!job) break
    jobs.push(job.id)
    after = [job.at.getTime(), job.id, '']
  }
  expect(jobs).toEqual(ids.toSorted().reverse())
  const events: string[] = []
  for (let after: Parameters<typeof desk.listDeadEvents>[0]['after']; ; ) {
    const [it] = await desk.listDeadEvents({ limit: 1, after })
    if (!it) break
    events.push(it.listener)
    after = [it.at.getTime(), it.eventId, it.listener]
  }
  expect(events).toEqual(['stats', 'mail', 'stats', 'mail'])
  expect(await desk.listDeadJobs({ limit: 9, service: 'else' })).toEqual([])
  expect((await desk.listDeadJobs({ limit: 9, id: ids[1] })).map((it) => it.id)).toEqual([ids[1]])

  expect([await desk.forgetJob(ids[0]!), await desk.forgetJob(ids[0]!)]).toEqual([true, false])
  const [first] = await desk.listDeadEvents({ limit: 9, service: 'mail' })
  expect(await desk.redriveEvent(first!.eventId, 'stats')).toBe(1)
  expect(await desk.forgetEvent(first!.eventId)).toBe(1)
  expect(await desk.forgetEvent(first!.eventId)).toBe(0)
  expect((await desk.counts()).events).toEqual(
    expect.arrayContaining([expect.objectContaining({ service: 'mail', dead: 1 }), expect.objectContaining({ service: 'stats', dead: 1 })]),
  )
})
