import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/open-database.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { walkFence } from '#db/walk-fence.ts'
import { createLog } from '#log.ts'

const log = createLog({ level: 'silent' })
const fixtures = ['orchard', 'bakery'].map((name) => ({ name, migrations: new URL(`./test/fixtures/${name}/`, import.meta.url) }))

describe('the fence', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase(fixtures)
  })
  afterAll(() => database.close())
  afterEach(() => migrate(database, fixtures, log))

  const broken = async (sql: string) => {
    await database.pool.query(sql)
    return walkFence(database)
  }

  test('lets nothing through, whatever is tried on whichever table', async () => {
    const walk = await walkFence(database)
    expect(walk.leaks).toEqual([])
    expect(walk.tables).toBe(6)
    expect(walk.attempts).toBeGreaterThan(6 * 4 * 5)
    expect(walk.open).toEqual([{ table: 'orchard.seasons', why: 'the calendar is the same for everybody' }])
  })

  test('leaves nothing behind when walked along', async () => {
    const look = async () => {
      const { rows } = await database.pool.query(`select c.oid, c.relforcerowsecurity, c.relrowsecurity,
        (select json_agg(conname order by conname) from pg_constraint where conrelid = c.oid) as constraints
        from pg_class c where relnamespace::regnamespace::text in ('orchard', 'bakery') order by c.oid`)
      return rows
    }
    const before = await look()
    await walkFence(database)
    expect(await look()).toEqual(before)
    await database.pool.query('alter table orchard.trees no force row level security; alter table bakery.breads no force row level security')
    expect((await database.pool.query('select tenant_id from orchard.trees union all select tenant_id from bakery.breads')).rows).toEqual([])
  })

  test.each([
    ['drop policy tenant_fence on orchard.trees', 'orchard.trees', ['select', 'update', 'delete', 'insert']],
    ['alter table orchard.trees disable row level security', 'orchard.trees', ['select', 'insert', 'update', 'delete', 'update into the other tenant']],
    [
      'drop policy tenant_fence on orchard.trees; create policy tenant_fence on orchard.trees using (true)',
      'orchard.trees',
      ['select', 'insert', 'update', 'delete', 'update into the other tenant'],
    ],
    [
      `drop policy tenant_fence on orchard.fruits; create policy tenant_fence on orchard.fruits using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (true)`,
      'orchard.fruits',
      ['insert', 'update into the other tenant'],
    ],
    [
      `create policy everybody on bakery.breads for delete using (true); create policy reads on bakery.breads for select using (true)`,
      'bakery.breads',
      ['select', 'delete'],
    ],
    ['grant select on bakery.letters to myna_app; create policy reads on bakery.letters for select using (true)', 'bakery.letters', ['select']],
    ['grant select on bakery.recipes_of_the_house to myna_app', 'bakery.recipes_of_the_house', ['select']],
    ['grant update on bakery.recipes_of_the_house to public', 'bakery.recipes_of_the_house', ['update']],
  ])('is found broken after: %s', async (sql, table, acts) => {
    const { leaks } = await broken(sql)
    const found = leaks.filter((it) => it.table === table).map((it) => it.act)
    expect(new Set(found)).toEqual(new Set(acts))
    expect(leaks.filter((it) => it.table !== table && it.table !== '')).toEqual([])
    await database.pool.query(
      'drop policy if exists everybody on bakery.breads; drop policy if exists reads on bakery.breads; drop policy if exists reads on bakery.letters',
    )
  })

  test('is mended by the next migration run', async () => {
    expect((await broken('alter table orchard.trees disable row level security; grant all on bakery.letters to myna_app')).leaks).not.toEqual([])
    await migrate(database, fixtures, log)
    expect((await walkFence(database)).leaks).toEqual([])
  })

  test('is not touched by a migration run that finds it whole', async () => {
    const versions = () =>
      database.pool.query(`select p.oid, p.xmin::text, c.xmin::text as table from pg_policy p join pg_class c on c.oid = p.polrelid order by 1`)
    await migrate(database, fixtures, log)
    const before = (await versions()).rows
    await migrate(database, fixtures, log)
    expect(before.length).toBeGreaterThan(3)
    expect((await versions()).rows).toEqual(before)
  })
})

describe('what cannot be fenced', () => {
  let database: Database
  let folder: string
  beforeEach(async () => {
    database = await openTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'myna-fence-'))
  })
  afterEach(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const ground = 'create table beds (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));'
  test.each([
    ['a table without tenants', 'create table paths (id uuid primary key);', 'Table garden.paths has no tenant_id'],
    ['a tenant that may be missing', 'create table paths (tenant_id uuid, id uuid not null);', 'tenant_id of table garden.paths must be "uuid not null"'],
    ['a tenant of another type', 'create table paths (tenant_id text not null, id uuid not null);', 'tenant_id of table garden.paths must be "uuid not null"'],
    [
      'a primary key over all tenants',
      'create table paths (tenant_id uuid not null, id uuid primary key);',
      'Index garden.paths_pkey of table garden.paths must include tenant_id',
    ],
    ['a unique index over all tenants', `${ground} create unique index taken on beds (id);`, 'Index garden.taken of table garden.beds must include tenant_id'],
    ['a unique index that only carries the tenant', `${ground} create unique index taken on beds (id) include (tenant_id);`, 'Index garden.taken'],
    [
      'an exclusion over all tenants',
      'create table paths (tenant_id uuid not null, during tstzrange, exclude using gist (during with &&));',
      'must include tenant_id',
    ],
    [
      'a key into another tenant',
      `${ground} create table paths (tenant_id uuid not null, id uuid not null, owner_id uuid not null, bed_id uuid, primary key (tenant_id, id), foreign key (owner_id, bed_id) references beds (tenant_id, id));`,
      'of table garden.paths must pair tenant_id with tenant_id of garden.beds',
    ],
    [
      'a key that would empty the tenant',
      `${ground} create table paths (tenant_id uuid not null, id uuid not null, bed_id uuid, primary key (tenant_id, id), foreign key (tenant_id, bed_id) references beds (tenant_id, id) on delete set null);`,
      'of table garden.paths would empty tenant_id',
    ],
    ['a policy of its own', `${ground} create policy mine on beds using (true);`, 'Table garden.beds has the policy mine'],
    ['a view as its owner', `${ground} create view all_beds as select * from beds;`, 'View garden.all_beds needs'],
    ['a materialized view', `${ground} create materialized view all_beds as select * from beds;`, 'garden.all_beds is a materialized view'],
    [
      'a function as its owner',
      `${ground} create function beds_of_all() returns bigint language sql security definer return (select 1);`,
      'Function garden.beds_of_all() runs as its owner',
    ],
  ])('%s is refused, and nothing is kept', async (_what, sql, sentence) => {
    writeFileSync(join(folder, '0001-garden.sql'), sql)
    await expect(migrate(database, [{ name: 'garden', migrations: pathToFileURL(`${folder}/`) }], log)).rejects.toThrow(sentence)
    const { rows } = await database.pool.query(`select relname from pg_class where relnamespace = 'garden'::regnamespace`)
    expect(rows).toEqual([])
  })

  test('a key that empties only its own column is fine', async () => {
    writeFileSync(
      join(folder, '0001-garden.sql'),
      `${ground} create table paths (tenant_id uuid not null, id uuid not null, bed_id uuid, primary key (tenant_id, id), foreign key (tenant_id, bed_id) references beds (tenant_id, id) on delete set null (bed_id));`,
    )
    await migrate(database, [{ name: 'garden', migrations: pathToFileURL(`${folder}/`) }], log)
    expect((await walkFence(database)).leaks).toEqual([])
  })
})
