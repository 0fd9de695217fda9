import { auditEvents } from '@myna/contracts/audit'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGuarded, operatorToken } from '#test/guarded.ts'

let room: Awaited<ReturnType<typeof openGuarded>>
beforeAll(async () => void (room = await openGuarded()))
afterAll(() => room.close())

const lend = () => room.database.pool.connect()

/** Sees and writes the rows of all organisations, as the kernel does. */
async function asKernel<R>(work: (client: Awaited<ReturnType<typeof lend>>) => Promise<R>): Promise<R> {
  const client = await lend()
  try {
    await client.query('set role myna_relay')
    return await work(client)
  } finally {
    await client.query('reset role')
    client.release()
  }
}

/** Work of an organisation that failed for good, as it would lie there: jobs, and an event that two services failed to take in. */
async function failSome(tenantId: string, jobs: number): Promise<{ jobs: string[]; event: string }> {
  const ids = Array.from({ length: jobs }, () => newId())
  const event = newId()
  await asKernel(async (client) => {
    for (const id of ids)
      await client.query(
        `insert into kernel.jobs (id, tenant_id, service, name, input, caller, state, attempt, due_at, ended_at, error)
       values ($1, $2, 'knowledge', 'crawl', '{}', '{"subject":"x","traceId":"x"}', 'dead', 3, now(), now(), 'Error: no paper')`,
        [id, tenantId],
      )
    await client.query(
      `insert into kernel.outbox (id, tenant_id, name, data, caller, routed_at) values ($1, $2, 'page.lost', '{}', '{"subject":"x","traceId":"x"}', now())`,
      [event, tenantId],
    )
    for (const service of ['brain', 'calls'])
      await client.query(
        `insert into kernel.deliveries (event_id, listener, tenant_id, state, attempts, error, ended_at) values ($1, $2, $3, 'dead', 14, 'Error: no ink', now())`,
        [event, service, tenantId],
      )
  })
  return { jobs: ids, event }
}

it('an operator sees what failed for good page by page, has it done again or lets it be, and each act is noted', async () => {
  const tenantId = newId()
  const made = await failSome(tenantId, 3)
  const caller = room.platformCaller()
  const desk = room.gatewayOf(caller)

  const first = await desk.listDeadJobs({ limit: 2, service: 'knowledge' })
  const second = await desk.listDeadJobs({ limit: 2, service: 'knowledge', cursor: first.next })
  expect([...first.items, ...second.items].map((it) => it.id)).toEqual(made.jobs.toSorted().reverse())
  expect(first.items[0]).toMatchObject({ service: 'knowledge', name: 'crawl', tenantId, attempts: 3, error: 'Error: no paper' })
  expect(second.next).toBeUndefined()
  const events = await desk.listDeadEvents({})
  expect(events.items.map(({ eventId, name, service }) => [eventId, name, service])).toEqual([
    [made.event, 'page.lost', 'calls'],
    [made.event, 'page.lost', 'brain'],
  ])
  expect((await desk.getWork({})).services.find((it) => it.service === 'brain')).toMatchObject({ events: { dead: 1 }, jobs: { dead: 0 } })

  await desk.retryDeadJob({ jobId: made.jobs[0]! })
  await desk.forgetDeadJob({ jobId: made.jobs[1]! })
  for (const again of [made.jobs[0]!, made.jobs[1]!, newId()])
    await expect(desk.retryDeadJob({ jobId: again })).rejects.toMatchObject({ code: 'request.not_found' })
  expect((await desk.listDeadJobs({})).items.map((it) => it.id)).toEqual([made.jobs[2]])
  expect(await desk.retryDeadEvent({ eventId: made.event, service: 'brain' })).toEqual({ services: 1 })
  expect(await desk.forgetDeadEvent({ eventId: made.event })).toEqual({ services: 1 })
  await expect(desk.forgetDeadEvent({ eventId: made.event })).rejects.toMatchObject({ code: 'request.not_found' })
  expect((await desk.listDeadEvents({})).items).toEqual([])

  const { rows } = await asKernel((client) =>
    client.query<{ data: { action: string; subject: string; detail: object } }>(
      'select data from kernel.outbox where name = $1 and tenant_id = $2 order by seq',
      [auditEvents.actNoted.name, caller.tenantId],
    ),
  )
  expect(rows.map(({ data }) => data.action)).toEqual(['retry-dead-job', 'forget-dead-job', 'retry-dead-event', 'forget-dead-event'])
  expect(rows[0]!.data).toMatchObject({ subject: `job:${made.jobs[0]}`, detail: { job: 'knowledge.crawl', tenantId } })
})

it('is for operators alone', async () => {
  const tenantId = newId()
  const { key } = await room.keyOf(tenantId, ['agents:read', 'traffic:read', 'access:read'])
  for (const [method, path] of [
    ['GET', 'work'],
    ['GET', 'dead-jobs'],
    ['GET', 'dead-events'],
    ['POST', `dead-jobs/${newId()}/retry`],
    ['DELETE', `dead-jobs/${newId()}`],
    ['POST', `dead-events/${newId()}/retry`],
    ['DELETE', `dead-events/${newId()}`],
  ] as const) {
    expect((await room.ask(`/gateway/platform/${path}`, undefined, { method })).status, path).toBe(401)
    expect((await room.ask(`/gateway/platform/${path}`, key, { method })).status, path).toBe(403)
  }
  const asOperator = { headers: { authorization: `Bearer ${operatorToken}`, 'x-myna-tenant': tenantId } }
  expect((await room.ask('/gateway/platform/dead-jobs', undefined, asOperator)).status).toBe(200)
  expect((await room.ask('/gateway/platform/dead-jobs?cursor=bm90', undefined, asOperator)).status).toBe(400)
})
