import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { newId } from '#db/ids.ts'
import { migrate } from '#db/migrate.ts'
import { type Database, openDatabase } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createLog } from '#log.ts'

const url = process.env['MYNA_TEST_POOLER_URL']
const log = createLog({ level: 'silent' })

describe.skipIf(!url)('a pooler in transaction mode (needs MYNA_TEST_POOLER_URL; npm run test:engines)', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
    await migrate(database, [{ name: 'orchard', migrations: new URL('./test/fixtures/orchard/', import.meta.url) }], log)
  })
  afterAll(() => database.close())

  test('keeps many tenants apart whose transactions share few sessions', async () => {
    const orchard = createServiceDb(database, 'orchard')
    const tenants = Array.from({ length: 12 }, () => newId())
    await Promise.all(
      Array.from({ length: 240 }, async (_, at) => {
        const tenantId = tenants[at % tenants.length]!
        await orchard.inTenant({ tenantId }, (tx) =>
          tx
            .insertInto('trees')
            .values({ tenant_id: tenantId, id: newId(), name: `tree ${at}` })
            .execute(),
        )
        const rows = await orchard.inTenant({ tenantId }, (tx) => tx.selectFrom('trees').select('tenant_id').execute())
        expect(new Set(rows.map((it) => it.tenant_id))).toEqual(new Set([tenantId]))
      }),
    )
    // Nothing stays on a session that the next one gets.
    const left = await Promise.all(
      Array.from({ length: 20 }, () => database.pool.query(`select current_user as who, current_setting('app.tenant_id', true) as tenant`)),
    )
    for (const { rows } of left)
      expect(rows[0]).toEqual({ who: 'myna_test_owner', tenant: expect.toSatisfy((it: unknown) => it === null || it === '') as unknown })
    expect((await database.pool.query('select * from orchard.trees')).rows).toEqual([])
  })

  test('is refused as a place to hear notifications, with what to set', async () => {
    const through = await openDatabase({ url: url!, log })
    try {
      const refusal = await through.listen('news', () => {}).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(DatabaseRefusal)
      expect(String(refusal)).toMatch(/pooler.*Set MYNA_DATABASE_LISTEN_URL/)
    } finally {
      await through.close()
    }
    const twice = await openDatabase({ url: url!, listenUrl: url!, log })
    try {
      await expect(twice.listen('news', () => {})).rejects.toThrow(/MYNA_DATABASE_LISTEN_URL .* does not hear/)
    } finally {
      await twice.close()
    }
  })
})
