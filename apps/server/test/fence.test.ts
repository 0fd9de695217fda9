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

  it.each([
    ['agents.versions', 'drop policy tenant_fence on agents.versions', ['select', 'insert', 'update', 'delete'], 'the own tenant'],
    ['audit.entries', 'alter table audit.entries disable row level security', ['select', 'insert', 'update', 'delete'], 'no tenant'],
    ['knowledge.items', 'create policy everybody on knowledge.items for select using (true)', ['select'], 'the other tenant'],
    ['identity.api_keys', 'alter policy tenant_fence on identity.api_keys with check (true)', ['insert'], 'the other tenant'],
    ['workspace.settings', 'drop policy tenant_fence on workspace.settings; create policy tenant_fence on workspace.settings using (true)', ['select', 'insert', 'update', 'delete'], 'an empty tenant'],
  ])('is found broken at %s after: %s', async (table, sql, acts, as) => {
    await ground.database.pool.query(sql)
    const { leaks } = await walkFence(ground.database)
    await ground.database.pool.query('drop policy if exists everybody on knowledge.items')
    await migrateProduct()
    const found = leaks.filter((it) => it.table === table && it.as === as).map((it) => it.act)
    expect(found).toEqual(expect.arrayContaining(acts))
    expect(leaks.filter((it) => it.table !== table && it.table !== '')).toEqual([])
  })

  it('is whole again after a migration run', async () => {
    expect((await walkFence(ground.database)).leaks).toEqual([])
  })
})
