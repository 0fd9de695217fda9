import { createLog, migrateAll } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkFence } from '../../../packages/kernel/db/walk-fence.ts'
import { serviceLoaders } from '#services.ts'

const log = createLog({ level: 'silent' })
let ground: Awaited<ReturnType<typeof openHouse>>
const migrateProduct = async () => migrateAll(ground.database, await Promise.all(Object.values(serviceLoaders).map((load) => load())), log)

beforeAll(async () => {
  ground = await openHouse({ services: [] })
  await migrateProduct()
})
afterAll(() => ground.close())

describe('the fence around every table of every service', () => {
  it('has no hole', async () => {
    const walk = await walkFence(ground.database)
    expect(walk.leaks).toEqual([])
    expect(walk.tables).toBeGreaterThan(25)
    expect(walk.attempts).toBeGreaterThan(walk.tables * 30)
    for (const { why } of walk.open) expect(why.length).toBeGreaterThan(10)
  })

  it('is found broken wherever it is, and is whole again after a migration run', async () => {
    const broken: [string, string, string[], string][] = [
      ['agents.versions', 'drop policy tenant_fence on agents.versions', ['select', 'insert', 'update', 'delete'], 'the own tenant'],
      ['audit.entries', 'alter table audit.entries disable row level security', ['select', 'insert', 'update', 'delete'], 'no tenant'],
      ['knowledge.items', 'create policy everybody on knowledge.items for select using (true)', ['select'], 'the other tenant'],
      ['identity.api_keys', 'alter policy tenant_fence on identity.api_keys with check (true)', ['insert'], 'the other tenant'],
      ['workspace.settings', 'alter policy tenant_fence on workspace.settings using (true)', ['select', 'delete'], 'an empty tenant'],
    ]
    for (const [, sql] of broken) await ground.database.pool.query(sql)
    const { leaks } = await walkFence(ground.database)
    for (const [table, , acts, as] of broken) {
      const found = leaks.filter((it) => it.table === table && it.as === as).map((it) => it.act)
      expect([table, found]).toEqual([table, expect.arrayContaining(acts)])
    }
    expect(new Set(leaks.map((it) => it.table).filter(Boolean))).toEqual(new Set(broken.map(([table]) => table)))

    await ground.database.pool.query('drop policy everybody on knowledge.items')
    await migrateProduct()
    expect((await walkFence(ground.database)).leaks).toEqual([])
  })
})
