import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inRelay } from '#db/in-relay.ts'
import type { JobDefinition } from '#seam/service.ts'
import { defineJob, type Floor, JobInput, newCaller, openFloor, openWorkshop, until, untilAborted, type WorkshopContext } from '#jobs/test/workshop.ts'

let floor: Floor
beforeAll(async () => {
  floor = await openFloor()
}, 60_000)
afterAll(() => floor.close())

test('a job of a transaction that rolls back is never run; one that commits runs once', async () => {
  const ran: number[] = []
  const shop = await floor.start(defineJob(async ({ n }) => void ran.push(n)))
  const failing = shop.db.inTenant(shop.caller, async (tx) => {
    await shop.sender.send(tx, shop.name, { n: 1 })
    throw new Error('no order after all')
  })
  await expect(failing).rejects.toThrow('no order after all')
  const id = await shop.sendOne(2)
  await until('the job is done', async () => (await shop.state(id)) === 'done')
  expect(ran).toEqual([2])
  const rows = await inRelay(floor.database, (tx) => sql<{ id: string }>`select id from kernel.jobs where name = ${shop.name}`.execute(tx))
  expect(rows.rows).toEqual([{ id }])
})

test('a job runs as its service in the tenant and trace of the sender', async () => {
  const callers: unknown[] = []
  const shop = await floor.start(defineJob(async (_input, { caller }) => void callers.push(caller)))
  await shop.sendOne(1)
  await until('it ran', () => callers.length > 0)
  expect(callers).toEqual([{ tenantId: shop.caller.tenantId, subject: 'service:shop', roles: [], scopes: ['*'], traceId: shop.caller.traceId }])
})

test('refuses input that does not fit, and a job nobody defined', async () => {
  const shop = await floor.start(defineJob(async () => {}))
  await expect(shop.send(shop.caller, shop.name, { n: 'one' })).rejects.toThrow('refuses its input')
  await expect(shop.send(shop.caller, 'unheardOf', {})).rejects.toThrow('has no job unheardOf')
})

test('text that PostgreSQL cannot hold in jsonb arrives as it was sent', async () => {
  const heard: unknown[] = []
  const shop = await floor.start({
    ...defineJob(async () => {}),
    input: z.object({ text: z.string() }),
    run: async (input, _context, job) => {
      await job.progress(input)
      heard.push(input)
    },
  })
  const id = await shop.send(shop.caller, shop.name, { text: 'nul \0 and half a pair \ud800' })
  await until('it is done', async () => (await shop.state(id)) === 'done')
  expect(heard).toEqual([{ text: 'nul \0 and half a pair \ud800' }])
})

test('a failing job is tried again, then dead; onDead is called once', async () => {
  const attempts: number[] = []
  const deaths: unknown[] = []
  const shop = await floor.start(
    defineJob(
      async (_input, _context, job) => {
        attempts.push(job.attempt)
        throw new Error('no luck \0')
      },
      { onDead: async (input, { caller }, error) => void deaths.push([input, caller.subject, (error as Error).message]) },
    ),
  )
  const id = await shop.sendOne(7)
  await until('onDead is over', async () => deaths.length > 0 && (await shop.state(id)) === 'dead')
  expect(await shop.sender.get(id)).toEqual({ id, name: shop.name, state: 'dead', attempt: 3, progress: null, error: 'Error: no luck ' })
  expect(attempts).toEqual([1, 2, 3])
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(deaths).toEqual([[{ n: 7 }, 'service:shop', 'no luck \0']])
})

test('a dead job that is redriven has all its attempts again', async () => {
  let broken = true
  const shop = await floor.start(
    defineJob(
      async () => {
        if (broken) throw new Error('broken')
      },
      { retries: 0 },
    ),
  )
  const id = await shop.sendOne(1)
  await until('it is dead', async () => (await shop.state(id)) === 'dead')
  broken = false
  expect(await shop.jobs.redrive(id)).toBe(true)
  await until('it is done', async () => (await shop.state(id)) === 'done')
  expect(await shop.jobs.redrive(id)).toBe(false)
})

test('an attempt that takes too long is aborted and counts as failed', async () => {
  const shop = await floor.start(defineJob(async (_input, { signal }) => untilAborted(signal), { retries: 0, timeoutMs: 30 }))
  const id = await shop.sendOne(1)
  await until('it is dead', async () => (await shop.state(id)) === 'dead')
  expect((await shop.sender.get(id))?.error).toContain('took too long')
})

test('a job that ignores its signal is left behind', async () => {
  const shop = await floor.start(
    defineJob(() => new Promise(() => {}), { retries: 0, timeoutMs: 30 }),
    { graceMs: 30 },
  )
  const id = await shop.sendOne(1)
  await until('it is dead', async () => (await shop.state(id)) === 'dead')
})

test('a cancelled job that waits never runs', async () => {
  const ran: number[] = []
  const shop = await floor.start(defineJob(async ({ n }) => void ran.push(n)))
  const id = await shop.sendOne(1, { startAfter: new Date(Date.now() + 400) })
  await shop.sender.cancel(id)
  expect(await shop.state(id)).toBe('cancelled')
  const later = await shop.sendOne(2, { startAfter: new Date(Date.now() + 500) })
  await until('the later one is done', async () => (await shop.state(later)) === 'done')
  expect(ran).toEqual([2])
})

test('a job that runs elsewhere is aborted by cancel and not tried again', async () => {
  let begun = 0
  const shop = await floor.start(
    defineJob(async (_input, { signal }) => {
      begun++
      await untilAborted(signal)
    }),
  )
  const elsewhere = openWorkshop(floor.database, { [shop.name]: defineJob(async () => {}) })
  const id = await shop.sendOne(1)
  await until('it runs', () => begun > 0)
  await elsewhere.sender(shop.caller).cancel(id)
  await until('it is cancelled', async () => (await shop.state(id)) === 'cancelled')
  expect(begun).toBe(1)
})

test('a job of another tenant cannot be seen or cancelled', async () => {
  const shop = await floor.start(defineJob(async () => {}))
  const id = await shop.sendOne(1, { startAfter: new Date(Date.now() + 60_000) })
  const stranger = shop.jobs.senderFor('shop', newCaller())
  await stranger.cancel(id)
  expect(await stranger.get(id)).toBeUndefined()
  expect(await shop.state(id)).toBe('waiting')
})

test('while a job with a key waits or runs its id is given back; afterwards another may come', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const ran: number[] = []
  const shop = await floor.start(
    defineJob(async ({ n }) => {
      ran.push(n)
      await held
    }),
  )
  const first = await shop.sendOne(1, { singletonKey: 'k' })
  await until('it runs', () => ran.length > 0)
  const tx = shop.db.inTenant(shop.caller, async (it) => {
    const id = await shop.sender.send(it, shop.name, { n: 2 }, { singletonKey: 'k' })
    const fence = await sql<{ role: string }>`select current_user::text as role`.execute(it)
    return { id, role: fence.rows[0]?.role }
  })
  expect(await tx).toEqual({ id: first, role: 'myna_app' })
  const others = newCaller()
  expect(await shop.send(others, shop.name, { n: 3 }, { singletonKey: 'k' })).not.toBe(first)
  release()
  await until('it is done', async () => (await shop.state(first)) === 'done')
  expect(await shop.sendOne(4, { singletonKey: 'k' })).not.toBe(first)
})

test('senders at the same moment with one key get one job', async () => {
  const shop = await floor.start(defineJob(async () => {}))
  const later = new Date(Date.now() + 60_000)
  const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => shop.sendOne(n, { singletonKey: 'k', startAfter: later })))
  expect(new Set(ids).size).toBe(1)
})

test('progress is seen while the job runs', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const shop = await floor.start(
    defineJob(async (_input, _context, job) => {
      await job.progress({ pages: 3 })
      await held
    }),
  )
  const id = await shop.sendOne(1)
  await until('it tells', async () => (await shop.sender.get(id))?.progress !== null)
  expect(await shop.sender.get(id)).toMatchObject({ state: 'running', attempt: 1, progress: { pages: 3 } })
  release()
})

test('no more of a job run at once than it allows', async () => {
  let now = 0
  let most = 0
  let done = 0
  const shop = await floor.start(
    defineJob(
      async () => {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 5))
        now--
        done++
      },
      { concurrency: 2 },
    ),
  )
  await Promise.all(Array.from({ length: 12 }, (_, n) => shop.sendOne(n)))
  await until('all are done', () => done === 12)
  expect(most).toBe(2)
})

test('a tenant with many jobs does not make another wait for all of them', async () => {
  const order: string[] = []
  const shop = openWorkshop(floor.database, { fair: defineJob(async (_input, { caller }) => void order.push(caller.tenantId!), { concurrency: 1 }) })
  floor.adopt(shop.jobs)
  const many = newCaller()
  const few = newCaller()
  for (let n = 0; n < 200; n++) await shop.send(many, 'fair', { n })
  for (let n = 0; n < 3; n++) await shop.send(few, 'fair', { n })
  await shop.jobs.start()
  await until('all are done', () => order.length === 203)
  expect(order.lastIndexOf(few.tenantId!)).toBeLessThan(100)
})

test('a scheduled job runs once for all processes, without a tenant', async () => {
  const ran: unknown[] = []
  let time = Date.parse('2026-03-01T10:00:30Z')
  const clock = { now: () => new Date(time) }
  const definition = {
    ...defineJob(async () => {}),
    input: z.object({}),
    schedule: '*/5 * * * *',
    run: async (input: unknown, { caller }: WorkshopContext) => void ran.push([input, caller.tenantId]),
  }
  const shop = await floor.start(definition, { clock })
  await floor.start(definition, { clock }, shop.name)
  time = Date.parse('2026-03-01T10:05:00Z')
  await until('it ran', () => ran.length > 0)
  time = Date.parse('2026-03-01T10:10:01Z')
  await until('it ran again', () => ran.length > 1)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(ran).toEqual([
    [{}, null],
    [{}, null],
  ])
})

test('refuses a schedule nobody can read, and one whose job wants input', () => {
  const start = (schedule: string, input: z.ZodType) =>
    openWorkshop(floor.database, { odd: { ...defineJob(async () => {}), input, schedule } as JobDefinition })
  expect(() => start('every monday', z.object({}))).toThrow('five fields')
  expect(() => start('* * * * *', JobInput)).toThrow('refuses {}')
})
