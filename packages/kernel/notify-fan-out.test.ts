import { fanOutConformance } from '@myna/ports/conformance/fan-out'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#db/open-database.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createNotifyFanOut } from '#notify-fan-out.ts'

const onServer = describe.skipIf(!process.env['MYNA_TEST_DATABASE_URL'])

onServer('a PostgreSQL server (needs MYNA_TEST_DATABASE_URL)', () =>
  fanOutConformance('notify', async () => {
    const database = await openTestDatabase()
    const [here, there] = [await createNotifyFanOut(database), await createNotifyFanOut(database)]
    const close = async () => {
      await Promise.all([here.close(), there.close()])
      await database.close()
    }
    return { here, there, close }
  }),
)

onServer('news by NOTIFY (needs MYNA_TEST_DATABASE_URL)', () => {
  let database: Database
  beforeAll(async () => void (database = await openTestDatabase()))
  afterAll(() => database.close())

  test('ignores what a stranger says on the channel', async () => {
    const fanOut = await createNotifyFanOut(database)
    const other = await createNotifyFanOut(database)
    const heard: string[] = []
    fanOut.subscribe('t', (message) => void heard.push(message))
    await database.pool.query(`select pg_notify('kernel_fan_out', it) from unnest($1::text[]) as it`, [['', 'hello', 'x y z', 'stranger 0', 'stranger x []']])
    other.publish('t', 'ours')
    await expect.poll(() => heard).toEqual(['ours'])
    await Promise.all([fanOut.close(), other.close()])
  })

  test('tells others that news was lost once the database takes it again', async () => {
    let broken = false
    const failing: Database = {
      ...database,
      pool: new Proxy(database.pool, {
        get: (pool, name) => (name === 'query' && broken ? () => Promise.reject(new Error('away')) : Reflect.get(pool, name, pool)),
      }),
    }
    const [here, there] = [await createNotifyFanOut(failing), await createNotifyFanOut(database)]
    const heard: string[] = []
    there.subscribe('t', (message) => void heard.push(message))
    const returned = new Promise<void>((resolve) => void there.onReturn(resolve))
    broken = true
    here.publish('t', 'lost')
    await new Promise((resolve) => setImmediate(resolve))
    broken = false
    await returned
    expect(heard).toEqual([])
    await Promise.all([here.close(), there.close()])
  })
})
