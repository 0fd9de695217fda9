import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { newId } from '#db/ids.ts'
import { inRelay } from '#db/in-relay.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { walkFence } from '#db/walk-fence.ts'
import { createLog } from '#log.ts'

const url = process.env['MYNA_TEST_DATABASE_URL']
const log = createLog({ level: 'silent' })
const fixtures = ['orchard', 'bakery'].map((name) => ({ name, migrations: new URL(`./test/fixtures/${name}/`, import.meta.url) }))

describe.skipIf(!url)('a PostgreSQL server (needs MYNA_TEST_DATABASE_URL)', () => {
  const name = `myna_test_login_${randomBytes(5).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  let administrator: pg.Client
  let loginUrl: string
  beforeAll(async () => {
    // Opening one makes the roles exist, as they do on a server that holds another Myna.
    await (await openTestDatabase()).close()
    administrator = new pg.Client({ connectionString: url })
    await administrator.connect()
    await administrator.query(`create role ${name} login password '${password}'`)
    await administrator.query(`create database ${name} owner ${name}`)
    const place = new URL(url ?? '')
    place.username = name
    place.password = password
    place.pathname = `/${name}`
    loginUrl = place.href
  })
  afterAll(async () => {
    await administrator.query(`drop database if exists ${name} with (force)`)
    await administrator.query(`drop role if exists ${name}`)
    await administrator.end()
  })

  test('says what an ordinary login needs, and works once that is granted', async () => {
    const database = await openDatabase({ url: loginUrl, log })
    try {
      for (const role of ['myna_app', 'myna_relay']) {
        const refusal = await migrate(database, fixtures, log).catch((error: unknown) => error)
        expect(refusal).toBeInstanceOf(DatabaseRefusal)
        const grant = /grant [^;]+;/.exec(String(refusal))?.[0] ?? ''
        expect(grant).toMatch(new RegExp(`^grant ${role} to ${name}`))
        await administrator.query(grant)
      }
      await migrate(database, fixtures, log)
      expect((await walkFence(database)).leaks).toEqual([])
      const tenantId = newId()
      const orchard = createServiceDb(database, 'orchard')
      await orchard.inTenant({ tenantId }, (tx) => tx.insertInto('trees').values({ tenant_id: tenantId, id: newId(), name: 'Elm' }).execute())
      expect(await orchard.inTenant({ tenantId }, (tx) => tx.selectFrom('trees').select('name').execute())).toEqual([{ name: 'Elm' }])
      expect((await database.pool.query('select * from orchard.trees')).rows).toEqual([])
      expect(await inRelay(database, (tx) => tx.selectFrom('bakery.letters').selectAll().execute())).toEqual([])
    } finally {
      await database.close()
    }
  })

  test('is heard again after its connections were cut', async () => {
    const database = await openDatabase({ url: loginUrl, log })
    const heard: string[] = []
    const stop = await database.listen('news', (it) => heard.push(it))
    await database.pool.query(`select pg_notify('news', 'before')`)
    await administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name])
    await expect
      .poll(
        async () => {
          await database.pool.query(`select pg_notify('news', 'after')`).catch(() => {})
          return heard
        },
        { timeout: 25_000, interval: 200 },
      )
      .toContain('after')
    await database.ready()
    expect(heard[0]).toBe('before')
    await stop()
    await database.close()
  })

  test('a wait for a free connection ends', async () => {
    const database = await openDatabase({ url: loginUrl, log, poolSize: 1, acquireTimeoutMs: 200 })
    const client = await database.pool.connect()
    await expect(database.pool.query('select 1')).rejects.toThrow(/timeout/)
    client.release()
    await database.ready()
    await database.close()
  })
})
