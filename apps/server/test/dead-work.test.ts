import { randomBytes } from 'node:crypto'
import { createLog, newId, openDatabase } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rabbitAbsent, rabbitUrl } from '../../../adapters/broker/rabbitmq/test/rabbit.ts'
import { openBroker } from '#broker.ts'
import { readConfig } from '#config.ts'
import { lookAtEngines } from '#look-at-engines.ts'
import { runMyna } from '#test/myna.ts'
import { openPlace, type Place } from '#test/place.ts'

const log = createLog({ level: 'silent' })
let place: Place
beforeAll(async () => {
  place = await openPlace()
  expect((await runMyna(['migrate'], place.env)).code).toBe(0)
}, 120_000)
afterAll(() => place.close())

const myna = (...args: string[]) => runMyna(args, place.env)

/** Two jobs and an event that failed for good. */
async function failSome() {
  const config = readConfig(place.env)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataFolder, log })
  const jobs = [newId(), newId()]
  const event = newId()
  for (const id of jobs)
    await database.pool.query(
      `insert into kernel.jobs (id, service, name, input, caller, state, attempt, due_at, ended_at, error)
       values ($1, 'knowledge', 'crawl', '{}', '{"subject":"x","traceId":"x"}', 'dead', 3, now(), now(), 'Error: no paper')`,
      [id],
    )
  await database.pool.query(
    `insert into kernel.outbox (id, name, data, caller, routed_at) values ($1, 'page.lost', '{}', '{"subject":"x","traceId":"x"}', now())`,
    [event],
  )
  await database.pool.query(
    `insert into kernel.deliveries (event_id, listener, state, attempts, error, ended_at) values ($1, 'brain', 'dead', 14, 'Error: no ink', now())`,
    [event],
  )
  await database.close()
  return { jobs, event }
}

describe('work that failed for good, from the command line', { timeout: 120_000 }, () => {
  it('says so when there is none', async () => {
    expect(await myna('jobs', 'dead')).toMatchObject({ code: 0, out: 'No job has failed for good.\n' })
    expect(await myna('events', 'redrive', '--all')).toMatchObject({ code: 0, out: 'Nothing of that is dead.\n' })
  })

  it('is listed with why, done again one by one or all at once, and what is not dead is refused', async () => {
    const { jobs, event } = await failSome()
    const listed = await myna('jobs', 'dead', '--json')
    const { dead } = JSON.parse(listed.out) as { dead: { id: string; error: string }[] }
    expect(dead.map((it) => it.id).toSorted()).toEqual(jobs.toSorted())
    expect(dead[0]!.error).toBe('Error: no paper')
    expect((await myna('events', 'dead')).out).toMatch(new RegExp(`^${event}  .* page.lost → brain  14 attempts  Error: no ink\n$`))
    expect(await myna('jobs', 'redrive', jobs[0]!)).toMatchObject({ code: 0, out: '1 jobs have all their attempts again.\n' })
    expect((await myna('jobs', 'redrive', jobs[0]!)).code).toBe(1)
    expect((await myna('jobs', 'redrive', '--all')).out).toBe('1 jobs have all their attempts again.\n')
    expect((await myna('events', 'redrive', event)).out).toBe('1 deliveries have all their attempts again.\n')
    expect((await myna('events', 'dead')).out).toBe('No event has failed for good.\n')
  })

  it.each([['dead-ish'], ['redrive'], ['redrive', 'no-id'], ['redrive', '--all', newId()]])('explains itself to who asks %s %s', async (...args) => {
    const { code, err } = await myna('jobs', ...args)
    expect([code, err]).toEqual([2, expect.stringContaining('Usage: myna jobs dead')])
  })
})

const absent = (await rabbitAbsent()) ?? (process.env['MYNA_TEST_DATABASE_URL'] ? undefined : 'MYNA_TEST_DATABASE_URL is not set')
describe.skipIf(absent !== undefined)(`messages that RabbitMQ put aside${absent ? ` (${absent})` : ''}`, { timeout: 120_000 }, () => {
  it('are listed with the events and put back, and a look at the engines leaves no queue behind', async () => {
    const env = { ...place.env, RABBITMQ_URL: rabbitUrl, MYNA_QUEUE_PREFIX: `myna-test-${randomBytes(4).toString('hex')}` }
    const broker = (await openBroker(readConfig(env), log))!
    const id = newId()
    const stop = await broker.consume('brain', 1, async () => 'dead')
    await broker.publish('brain', [{ id, body: Buffer.from('no ticket') }])
    await expect.poll(() => broker.depth('brain'), { timeout: 20_000 }).toEqual({ waiting: 0, dead: 1 })
    await stop()
    expect((await runMyna(['events', 'dead'], env)).out).toBe(`${id}  in RabbitMQ, for brain  It was refused.\n`)
    expect(JSON.parse((await runMyna(['events', 'dead', '--json'], env)).out)).toEqual({ dead: [], words: [{ queue: 'brain', id, why: 'It was refused.' }] })
    expect((await runMyna(['events', 'redrive', '--all'], env)).out).toBe('1 deliveries have all their attempts again.\n')
    expect(await broker.depth('brain')).toEqual({ waiting: 1, dead: 0 })

    expect((await lookAtEngines(readConfig(env), log)).find((it) => it.kind === 'RabbitMQ')).toMatchObject({ state: 'well' })
    const { control } = await import('../../../adapters/broker/rabbitmq/test/rabbit.ts').then((it) => it.openRabbitPlace())
    for (const queue of ['doctor', 'doctor.dead'])
      await expect(control.queueDeclare({ queue: `${env.MYNA_QUEUE_PREFIX}.${queue}`, passive: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await control.close()
    await broker.remove('brain')
    await broker.close()
  })
})
