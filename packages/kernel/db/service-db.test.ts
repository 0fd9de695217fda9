import { type Generated, type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#db/ids.ts'
import { asRelay, inRelay } from '#db/in-relay.ts'
import type { Database } from '#db/open-database.ts'
import { createServiceDb, type ServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'

type Trees = { tenant_id: string; id: string; name: string; rings: Generated<number>; height_cm: number | null }
type Fruits = { tenant_id: string; id: string; tree_id: string; kind: string }
type Orchard = { trees: Trees; fruits: Fruits; seasons: { name: string; first_month: number }; ripe_fruits: Fruits }

const fixtures = ['orchard', 'bakery'].map((name) => ({ name, migrations: new URL(`./test/fixtures/${name}/`, import.meta.url) }))
const newTenant = () => ({ tenantId: newId() })

let database: Database
let orchard: ServiceDb<Orchard>
beforeAll(async () => {
  database = await openTestDatabase(fixtures)
  orchard = createServiceDb(database, 'orchard')
})
afterAll(() => database.close())

const plant = (caller: { tenantId: string }, name: string) =>
  orchard.inTenant(caller, (tx) =>
    tx.insertInto('trees').values({ tenant_id: caller.tenantId, id: newId(), name, height_cm: null }).returning('id').executeTakeFirstOrThrow(),
  )
const names = (caller: { tenantId: string }) =>
  orchard.inTenant(caller, async (tx) => (await tx.selectFrom('trees').select('name').orderBy('name').execute()).map((it) => it.name))

test('a tenant meets its own rows and no others', async () => {
  const [one, other] = [newTenant(), newTenant()]
  await plant(one, 'Elm')
  await plant(other, 'Oak')
  expect(await names(one)).toEqual(['Elm'])
  expect(await names(other)).toEqual(['Oak'])
  await expect(
    orchard.inTenant(one, (tx) => tx.insertInto('trees').values({ tenant_id: other.tenantId, id: newId(), name: 'Ivy', height_cm: null }).execute()),
  ).rejects.toMatchObject({ code: '42501' })
  const cut = await orchard.inTenant(one, (tx) => tx.deleteFrom('trees').where('tenant_id', '=', other.tenantId).executeTakeFirst())
  expect(cut.numDeletedRows).toBe(0n)
})

test('the same name may be taken by two tenants, and its loss shows to neither', async () => {
  const [one, other] = [newTenant(), newTenant()]
  await plant(one, 'Ash')
  await plant(other, 'Ash')
  await expect(plant(one, 'Ash')).rejects.toMatchObject({ code: '23505' })
})

test('a key into a row of another tenant is refused as if the row were not there', async () => {
  const [one, other] = [newTenant(), newTenant()]
  const { id } = await plant(other, 'Yew')
  const hang = (treeId: string) =>
    orchard.inTenant(one, (tx) => tx.insertInto('fruits').values({ tenant_id: one.tenantId, id: newId(), tree_id: treeId, kind: 'berry' }).execute())
  const [taken, absent] = await Promise.allSettled([hang(id), hang(newId())])
  expect(taken).toMatchObject({ status: 'rejected', reason: { code: '23503' } })
  expect(absent).toMatchObject({ status: 'rejected', reason: { code: '23503' } })
})

test('a view shows what its reader may see', async () => {
  const [one, other] = [newTenant(), newTenant()]
  const { id } = await plant(one, 'Fig')
  await orchard.inTenant(one, (tx) => tx.insertInto('fruits').values({ tenant_id: one.tenantId, id: newId(), tree_id: id, kind: 'fig' }).execute())
  const seen = (caller: typeof one) => orchard.inTenant(caller, (tx) => tx.selectFrom('ripe_fruits').select('kind').execute())
  expect(await seen(one)).toEqual([{ kind: 'fig' }])
  expect(await seen(other)).toEqual([])
})

test('without a tenant there are the global tables and no rows of others', async () => {
  await plant(newTenant(), 'Elder')
  const seen = await orchard.global(async (tx) => ({
    trees: await tx.selectFrom('trees').selectAll().execute(),
    seasons: await tx.selectFrom('seasons').selectAll().execute(),
  }))
  expect(seen.trees).toEqual([])
  expect(seen.seasons).toHaveLength(2)
})

test('nobody without a tenant, or with a forged one, begins a transaction', async () => {
  for (const tenantId of [null, '', 'no uuid', `${newId()}'; drop table trees; --`, `${newId()}\n`]) {
    await expect(orchard.inTenant({ tenantId }, (tx) => tx.selectFrom('trees').selectAll().execute())).rejects.toMatchObject({ code: 'request.forbidden' })
  }
})

test('all or nothing is written', async () => {
  const caller = newTenant()
  const failing = orchard.inTenant(caller, async (tx) => {
    await tx.insertInto('trees').values({ tenant_id: caller.tenantId, id: newId(), name: 'Lime', height_cm: null }).execute()
    throw new Error('no more')
  })
  await expect(failing).rejects.toThrow('no more')
  expect(await names(caller)).toEqual([])
})

test('a swallowed error of a statement does not pass for success', async () => {
  const caller = newTenant()
  const work = orchard.inTenant(caller, async (tx) => {
    await tx.insertInto('trees').values({ tenant_id: caller.tenantId, id: newId(), name: 'Rowan', height_cm: null }).execute()
    await sql`select nonsense`.execute(tx).catch(() => {})
  })
  await expect(work).rejects.toThrow('nothing was written')
  expect(await names(caller)).toEqual([])
})

test('a transaction kept beyond its end reaches nothing', async () => {
  let kept: Kysely<Orchard> | undefined
  await orchard.inTenant(newTenant(), async (tx) => {
    kept = tx
  })
  await expect(kept?.selectFrom('trees').selectAll().execute()).rejects.toThrow('This transaction is over')
})

test('nothing of a transaction stays on its session', async () => {
  const caller = newTenant()
  const look = async () =>
    (
      await database.pool.query(
        `select coalesce(current_setting('app.tenant_id', true), '') as tenant, current_setting('search_path') as path, current_setting('statement_timeout') as timeout, current_user <> 'myna_app' as owner`,
      )
    ).rows[0]
  const before = await look()
  await orchard.inTenant(caller, async () => {})
  await orchard.inTenant(caller, () => Promise.reject(new Error('no'))).catch(() => {})
  expect(before).toMatchObject({ tenant: '', timeout: '0', owner: true })
  expect(await look()).toEqual(before)
})

test('runs again what PostgreSQL asks to run again, three times at most', async () => {
  const caller = newTenant()
  let runs = 0
  const clash = (times: number, name: string) =>
    orchard.inTenant(caller, async (tx) => {
      runs += 1
      await tx.insertInto('trees').values({ tenant_id: caller.tenantId, id: newId(), name, height_cm: null }).execute()
      if (runs <= times) await sql`do $$ begin raise exception 'clash' using errcode = '40001'; end $$`.execute(tx)
      return runs
    })
  expect(await clash(2, 'Plum')).toBe(3)
  expect(await names(caller)).toEqual(['Plum'])
  runs = 0
  await expect(clash(9, 'Pear')).rejects.toMatchObject({ code: '40001' })
  expect(runs).toBe(3)
})

test('many transactions at once keep to their tenants', async () => {
  const callers = Array.from({ length: 8 }, newTenant)
  await Promise.all(Array.from({ length: 80 }, (_, index) => plant(callers[index % 8]!, `Pine ${index}`)))
  for (const [index, caller] of callers.entries()) {
    const mine = await names(caller)
    expect(mine).toHaveLength(10)
    expect(mine.every((it) => Number(it.slice(5)) % 8 === index)).toBe(true)
  }
})

test('the outbox takes what a tenant says and shows it to the relay alone', async () => {
  const bakery = createServiceDb(database, 'bakery')
  const [one, other] = [newTenant(), newTenant()]
  const say = (caller: typeof one, tenantId: string | null) =>
    bakery.inTenant(caller, (tx) => tx.insertInto('letters').values({ tenant_id: tenantId, body: '{"it": 1}' }).execute())
  await say(one, one.tenantId)
  await bakery.global((tx) => tx.insertInto('letters').values({ tenant_id: null, body: '{"it": 2}' }).execute())
  await expect(say(one, other.tenantId)).rejects.toMatchObject({ code: '42501' })
  await expect(say(one, null)).rejects.toMatchObject({ code: '42501' })
  await expect(bakery.inTenant(one, (tx) => tx.selectFrom('letters').selectAll().execute())).rejects.toMatchObject({ code: '42501' })
  const read = (tx: Kysely<any>) => tx.selectFrom('bakery.letters').select(['tenant_id', 'body']).orderBy('id').execute()
  const letters = [
    { tenant_id: one.tenantId, body: { it: 1 } },
    { tenant_id: null, body: { it: 2 } },
  ]
  expect(await inRelay(database, read)).toEqual(letters)
  const asOwner = await database
    .kysely('bakery')
    .transaction()
    .execute(async (tx) => {
      await asRelay(tx)
      return read(tx)
    })
  expect(asOwner).toEqual(letters)
})

test('the relay does not reach the rows of services', async () => {
  await expect(inRelay(database, (tx) => tx.selectFrom('orchard.trees').selectAll().execute())).rejects.toMatchObject({ code: '42501' })
})

test('a private table is beyond a tenant, and a library has a schema of its own', async () => {
  const bakery = createServiceDb(database, 'bakery')
  await expect(bakery.inTenant(newTenant(), (tx) => tx.selectFrom('recipes_of_the_house').selectAll().execute())).rejects.toMatchObject({ code: '42501' })
  await bakery.owner.schema.createTable('ovens').addColumn('id', 'integer').execute()
  await bakery.owner.insertInto('ovens').values({ id: 1 }).execute()
  expect((await database.pool.query('select id from bakery_own.ovens')).rows).toEqual([{ id: 1 }])
  await expect(bakery.inTenant(newTenant(), (tx) => tx.selectFrom('bakery_own.ovens').selectAll().execute())).rejects.toMatchObject({ code: '42501' })
})
