import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { announceJobs, hearNews } from '#jobs/news.ts'
import { until, workshopEntries } from '#jobs/test/workshop.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase(workshopEntries)
})
afterAll(() => database.close())

test('news of a transaction is heard after its commit, once, on its channel, with whom it concerns, and not when it rolls back', async () => {
  const heard: string[] = []
  const stopJobs = await hearNews(database, 'kernel_jobs', (_payload, services) => heard.push(`jobs of ${services.join()}`))
  const stopEvents = await hearNews(database, 'kernel_events', () => heard.push('events'))
  const shop = createServiceDb(database, 'shop')
  await shop.global(async (tx) => {
    for (const service of ['shop', 'mail', 'shop']) announceJobs(tx, service)
    expect(heard).toEqual([])
  })
  expect(heard).toEqual(['jobs of shop,mail'])
  await expect(
    shop.global(async (tx) => {
      announceJobs(tx, 'shop')
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await stopJobs()
  await shop.global(async (tx) => announceJobs(tx, 'shop'))
  expect(heard).toEqual(['jobs of shop,mail'])
  await stopEvents()
})

test('what another process notifies is heard', async () => {
  const heard: string[] = []
  const stop = await hearNews(database, 'kernel_jobs', (payload, services) => heard.push(`${payload} ${services.join()}`))
  await database.pool.query(`select pg_notify('kernel_jobs', it) from unnest(array['news:earlier', 'news:another shop,mail', 'an id']) as it`)
  await until('all are heard', () => heard.length === 3)
  expect(heard).toEqual([' ', ' shop,mail', 'an id '])
  await stop()
})
