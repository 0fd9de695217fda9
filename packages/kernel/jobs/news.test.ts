import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { announce, hearNews } from '#jobs/news.ts'
import { until, workshopEntries } from '#jobs/test/workshop.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase(workshopEntries)
})
afterAll(() => database.close())

test('news of a transaction is heard after its commit, once, on its channel, and not when it rolls back', async () => {
  const heard: string[] = []
  const stopJobs = await hearNews(database, 'kernel_jobs', () => heard.push('jobs'))
  const stopEvents = await hearNews(database, 'kernel_events', () => heard.push('events'))
  const shop = createServiceDb(database, 'shop')
  await shop.global(async (tx) => {
    announce(tx, 'kernel_jobs')
    announce(tx, 'kernel_jobs')
    expect(heard).toEqual([])
  })
  expect(heard).toEqual(['jobs'])
  await expect(
    shop.global(async (tx) => {
      announce(tx, 'kernel_events')
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await stopJobs()
  await shop.global(async (tx) => announce(tx, 'kernel_jobs'))
  expect(heard).toEqual(['jobs'])
  await stopEvents()
})

test('what another process notifies is heard', async () => {
  const heard: string[] = []
  const stop = await hearNews(database, 'kernel_jobs', (payload) => heard.push(payload))
  await database.pool.query(`select pg_notify('kernel_jobs', 'news:another'), pg_notify('kernel_jobs', 'an id')`)
  await until('both are heard', () => heard.length === 2)
  expect(heard).toEqual(['', 'an id'])
  await stop()
})
