import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { migrate } from '#db/migrate.ts'
import { marksIn } from '#db/migration-files.ts'
import type { Database } from '#db/open-database.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createLog } from '#log.ts'

const log = createLog({ level: 'silent' })
let database: Database
let folder: string
beforeEach(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'myna-migrations-'))
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const run = (name = 'garden', schema?: string) => migrate(database, [{ name, schema, migrations: pathToFileURL(`${folder}/`) }], log)
const applied = async () => (await database.pool.query<{ name: string }>('select name from kernel.migrations order by name')).rows.map((it) => it.name)
const exists = async (table: string) => (await database.pool.query('select to_regclass($1) is not null as it', [table])).rows[0].it
const beds = 'create table beds (tenant_id uuid not null, id uuid not null, size int, primary key (tenant_id, id));'

test('applies what is new, in order, once, into the schema of the service', async () => {
  write('0001-garden.sql', beds)
  await run('kitchen-garden')
  write('0002-more.sql', `alter table beds add column soil text; create table paths (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));`)
  await run('kitchen-garden')
  await run('kitchen-garden')
  expect(await applied()).toEqual(['0001-garden.sql', '0002-more.sql'])
  expect(await exists('kitchen_garden.paths')).toBe(true)
  const { rows } = await database.pool.query(`select count(*) from pg_namespace where nspname = 'kitchen_garden_own'`)
  expect(rows).toEqual([{ count: 1 }])
})

test('keeps nothing of a migration that fails, says where it failed, and applies it once mended', async () => {
  write('0001-garden.sql', beds)
  write('0002-broken.sql', `create table paths (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));\n\nselect nonsense;`)
  await expect(run()).rejects.toThrow('The migration garden/0002-broken.sql failed in line 3: column "nonsense" does not exist')
  expect(await applied()).toEqual(['0001-garden.sql'])
  expect(await exists('garden.paths')).toBe(false)
  write('0002-broken.sql', `create table paths (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));`)
  await run()
  expect(await exists('garden.paths')).toBe(true)
})

test('keeps nothing of a migration that was cut off by the loss of its process', async () => {
  write('0001-garden.sql', beds)
  await run()
  const client = await database.pool.connect()
  await client.query('begin')
  await client.query(`create table garden.half (i int); insert into kernel.migrations (service, name, sha256) values ('garden', '0002-half.sql', '')`)
  client.release(true)
  expect(await exists('garden.half')).toBe(false)
  await run()
  expect(await applied()).toEqual(['0001-garden.sql'])
})

test('lets processes that start at once share the work', async () => {
  write('0001-garden.sql', `${beds} insert into beds select gen_random_uuid(), gen_random_uuid() from generate_series(1, 10);`)
  write('0002-more.sql', 'alter table beds add column soil text;')
  await Promise.all(Array.from({ length: 5 }, () => run()))
  expect(await applied()).toEqual(['0001-garden.sql', '0002-more.sql'])
  await database.pool.query('alter table garden.beds no force row level security')
  expect((await database.pool.query('select count(*) from garden.beds')).rows).toEqual([{ count: 10 }])
})

test('refuses a migration edited after release, and takes one with other line ends', async () => {
  write('0001-garden.sql', `${beds}\n-- end\n`)
  await run()
  write('0001-garden.sql', `${beds}\r\n-- end\r\n`)
  await run()
  write('0001-garden.sql', beds.replace('size', 'width'))
  await expect(run()).rejects.toThrow('garden/0001-garden.sql was edited after it was applied')
  await expect(run()).rejects.toBeInstanceOf(DatabaseRefusal)
})

test('refuses a database that a newer program migrated', async () => {
  write('0001-garden.sql', beds)
  write('0002-future.sql', 'alter table beds add column soil text;')
  await run()
  rmSync(join(folder, '0002-future.sql'))
  await expect(run()).rejects.toThrow('holds the migration garden/0002-future.sql, which this Myna does not have')
})

test('refuses names and numbers that are no order', async () => {
  write('0002-garden.sql', beds)
  await run()
  write('0001-late.sql', 'select 1;')
  await expect(run()).rejects.toThrow('comes before 0002-garden.sql')
  rmSync(join(folder, '0001-late.sql'))
  write('0002-twice.sql', 'select 1;')
  await expect(run()).rejects.toThrow('have the number 0002')
  write('0002-twice.sql', '')
  write('3-short.sql', 'select 1;')
  rmSync(join(folder, '0002-twice.sql'))
  await expect(run()).rejects.toThrow('is not named like')
  await expect(run("x'; drop")).rejects.toThrow('is no name for a service')
})

test('refuses a migration that would end its transaction', async () => {
  write('0001-garden.sql', `${beds}\ncommit;\nselect nonsense;`)
  await expect(run()).rejects.toThrow('begins or ends a transaction')
})

test('several folders may build one schema', async () => {
  write('0001-garden.sql', beds)
  await run('garden-beds', 'garden')
  write('0001-garden.sql', beds.replace('beds', 'paths'))
  await run('garden-paths', 'garden')
  expect([await exists('garden.beds'), await exists('garden.paths')]).toEqual([true, true])
})

test('a migration changes the rows of every tenant, and the fence is up again after it', async () => {
  write('0001-garden.sql', `${beds} insert into beds select gen_random_uuid(), gen_random_uuid() from generate_series(1, 3);`)
  await run()
  write('0002-grow.sql', `update beds set size = 7;`)
  await run()
  const forced = await database.pool.query(`select relforcerowsecurity as it from pg_class where oid = 'garden.beds'::regclass`)
  expect(forced.rows).toEqual([{ it: true }])
  await database.pool.query('alter table garden.beds no force row level security')
  expect((await database.pool.query('select distinct size from garden.beds')).rows).toEqual([{ size: 7 }])
})

test('reads what tables say of themselves', () => {
  const sql = `
    create table a (
      -- global: the same for all
      id int);
    CREATE TABLE if not exists "B" ( --outbox:said to others
      id int);
    create unlogged table c (-- private : secret's own
      id int);
    create table d (
      id int -- global: not in the first line
    );
    create table e (
      -- global:
      id int);`
  expect(marksIn(sql)).toEqual([
    { table: 'a', mark: 'global: the same for all' },
    { table: '"B"', mark: 'outbox: said to others' },
    { table: 'c', mark: "private: secret's own" },
  ])
})
