import type { PoolClient } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '#db/open-database.ts'
import { createLog } from '#log.ts'

// Making a database takes seconds on an idle machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const log = createLog({ level: 'silent' })
const anotherTurn = () => new Promise((done) => setImmediate(done))

describe('the pool of the embedded database', () => {
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ log, acquireTimeoutMs: 60_000 })
    await database.pool.query('create table notes (id int primary key, text text)')
  })
  beforeEach(() => database.pool.query('truncate notes'))
  afterAll(() => database.close())

  const texts = async () => (await database.pool.query<{ text: string }>('select text from notes order by id')).rows.map((it) => it.text)

  test('gives values the types they have on a server', async () => {
    const { rows } = await database.pool.query(
      `select 12::bigint as small, 9007199254740993::bigint as large, 1.5::numeric as exact, array[1, 2] as list, '{"a": 1}'::jsonb as json, '2026-01-01T00:00Z'::timestamptz as at, null as nothing`,
    )
    expect(rows).toEqual([
      { small: 12, large: '9007199254740993', exact: '1.5', list: [1, 2], json: { a: 1 }, at: new Date('2026-01-01T00:00Z'), nothing: null },
    ])
  })

  test('goes on after an error, inside a transaction and outside', async () => {
    await expect(database.pool.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
    await expect(database.pool.query('select $1::int', ['no number'])).rejects.toMatchObject({ code: '22P02' })
    const client = await database.pool.connect()
    await client.query('begin')
    await expect(client.query('select nonsense')).rejects.toMatchObject({ code: '42703' })
    await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' })
    await client.query('rollback')
    client.release()
    expect((await database.pool.query('select 3 as it')).rows).toEqual([{ it: 3 }])
  })

  test('tells which constraint was broken', async () => {
    await database.pool.query(`insert into notes values (1, 'one')`)
    await expect(database.pool.query(`insert into notes values (1, 'again')`)).rejects.toMatchObject({
      code: '23505',
      constraint: 'notes_pkey',
      table: 'notes',
    })
  })

  test('rolls back a transaction that was given back open, also when destroyed or failed', async () => {
    for (const [id, how] of [
      [1, undefined],
      [2, true],
    ] as const) {
      const client = await database.pool.connect()
      await client.query('begin')
      await client.query('insert into notes values ($1, $2)', [id, 'lost'])
      client.release(how)
    }
    const client = await database.pool.connect()
    void client.query('begin')
    void client.query(`insert into notes values (3, 'not even awaited')`)
    client.release()
    expect(await texts()).toEqual([])
  })

  test('refuses a lease that was given back', async () => {
    const client = await database.pool.connect()
    client.release()
    client.release()
    expect(() => client.query('select 1')).toThrow('given back already')
  })

  test('ends the wait of a query beside the transaction that awaits it, and goes on', async () => {
    await database.pool.query(`insert into notes values (1, 'from the snapshot')`)
    const snapshot = await database.dump()
    const impatient = await openDatabase({ log, snapshot, acquireTimeoutMs: 100 })
    const client = await impatient.pool.connect()
    await client.query('begin')
    await expect(impatient.pool.query('select 1')).rejects.toThrow('did not become free within 100 ms')
    await client.query(`insert into notes values (2, 'kept')`)
    await client.query('commit')
    client.release()
    const { rows } = await impatient.pool.query('select text from notes order by id')
    expect(rows).toEqual([{ text: 'from the snapshot' }, { text: 'kept' }])
    expect(impatient.pool.waitingCount).toBe(0)
    await impatient.close()
    await expect(impatient.ready()).rejects.toThrow('closed')
  })

  test('runs transactions one after the other, in the order they asked', async () => {
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 40 }, async (_, id) => {
        const client = await database.pool.connect()
        order.push(id)
        await client.query('begin')
        await client.query('insert into notes values ($1, $2)', [id, `note ${id}`])
        await anotherTurn()
        const { rows } = await client.query<{ count: number }>('select count(*) from notes where id > $1', [id])
        expect(rows[0]?.count).toBe(0)
        await client.query(id % 2 ? 'rollback' : 'commit')
        client.release()
      }),
    )
    expect(order).toEqual(Array.from({ length: 40 }, (_, id) => id))
    expect(await texts()).toHaveLength(20)
  })

  test('answers callbacks as pg.Pool does', async () => {
    const rows = await new Promise((done, refuse) =>
      database.pool.query('select $1::int as it', [4], (error, result) => (error ? refuse(error) : done(result.rows))),
    )
    expect(rows).toEqual([{ it: 4 }])
    const error = await new Promise((done) => database.pool.query('select nonsense', (it: Error) => done(it)))
    expect(error).toMatchObject({ code: '42703' })
    const lent = await new Promise<string>((done, refuse) =>
      database.pool.connect((failed, client, release) => {
        if (failed || !client) return refuse(failed)
        client.query('select 5 as it').then((result) => {
          release()
          done(String(result.rows[0].it))
        }, refuse)
      }),
    )
    expect(lent).toBe('5')
  })

  test('keeps named statements from one lease to the next', async () => {
    for (const value of [1, 2, 3]) {
      const client = await database.pool.connect()
      const { rows } = await client.query({ name: 'twice', text: 'select $1::int * 2 as it', values: [value] })
      client.release(value === 2)
      expect(rows).toEqual([{ it: value * 2 }])
    }
  })

  test('carries large values and many rows', async () => {
    const large = 'x'.repeat(5_000_000)
    expect((await database.pool.query<{ it: string }>('select $1::text as it', [large])).rows[0]?.it).toBe(large)
    const { rows } = await database.pool.query<{ i: number }>('select i, md5(i::text) from generate_series(1, 50000) i')
    expect(rows).toHaveLength(50_000)
    expect(rows.at(-1)?.i).toBe(50_000)
  })

  test('hears notifications of committed transactions only, until told to stop', async () => {
    const heard: string[] = []
    const also: string[] = []
    const stop = await database.listen('news', (it) => heard.push(it))
    const stopToo = await database.listen('news', (it) => also.push(it))
    await database.pool.query(`begin; select pg_notify('news', 'undone'); rollback`)
    await database.pool.query(`select pg_notify('other', 'elsewhere')`)
    await database.pool.query(`select pg_notify('news', 'first')`)
    await stop()
    await database.pool.query(`select pg_notify('news', 'second')`)
    await stopToo()
    await database.pool.query(`select pg_notify('news', 'third')`)
    await anotherTurn()
    expect(heard).toEqual(['first'])
    expect(also).toEqual(['first', 'second'])
  })

  test('forgets the listeners of a lease', async () => {
    const heard: unknown[] = []
    let client: PoolClient = await database.pool.connect()
    client.on('notification', (it) => heard.push(it.payload))
    await client.query('listen lease')
    client.release()
    client = await database.pool.connect()
    await client.query(`select pg_notify('lease', 'late')`)
    await client.query('unlisten lease')
    client.release()
    expect(heard).toEqual([])
  })

  test('reclaims space when told to', async () => {
    await database.vacuum()
    const { rows } = await database.pool.query(`select last_analyze is not null as done from pg_stat_user_tables where relname = 'notes'`)
    expect(rows).toEqual([{ done: true }])
  })
})
