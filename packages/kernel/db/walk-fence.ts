import { randomUUID } from 'node:crypto'
import type { PoolClient, QueryResult } from 'pg'
import { type FencedTable, readTables, readTroubles } from '#db/fence-catalogue.ts'
import type { Database } from '#db/open-database.ts'
import { plantRow } from '#db/plant-row.ts'
import { appRole } from '#db/roles.ts'

/** A hole in the fence: which table, what was done, as whom, and what came of it. */
export type Leak = { table: string; act: string; as: string; found: string }

/** What a walk along the fence saw; `open` are the tables that say they are global, with the reason they give. */
export type FenceWalk = { tables: number; attempts: number; leaks: Leak[]; open: { table: string; why: string }[] }

type Walk = { client: PoolClient; table: FencedTable; mine: string; other: string; walk: FenceWalk }

/** What `app.tenant_id` may say without being a tenant; `undefined` is never set in the transaction. */
const nobody: { as: string; setting: string | undefined }[] = [
  { as: 'no tenant', setting: undefined },
  { as: 'an empty tenant', setting: '' },
  { as: 'a blank tenant', setting: ' ' },
  { as: 'a wildcard', setting: '%' },
  { as: 'a forged list', setting: 'MINE,OTHER' },
  { as: 'an injection', setting: `MINE' or 'a'='a` },
  { as: 'a cut id', setting: 'MINE_CUT' },
  { as: 'the nil id', setting: '00000000-0000-0000-0000-000000000000' },
]

/**
 * Tries, on every table behind the fence, to select, insert, update and delete rows of two invented tenants with no tenant set, the own,
 * the other, an empty and forged ones, and reports what got through as well as what wrongly did not. Everything is rolled back.
 * Needs the login that owns the tables; takes exclusive locks, so it is for tests and for a database at rest.
 */
export async function walkFence(database: Database): Promise<FenceWalk> {
  const walk: FenceWalk = { tables: 0, attempts: 0, leaks: [], open: [] }
  const client = await database.pool.connect()
  try {
    const schemas = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
         and has_schema_privilege('${appRole}', oid, 'usage')`,
    )
    const names = schemas.rows.map((it) => it.name)
    for (const trouble of await readTroubles(client, names)) walk.leaks.push({ table: '', act: 'look', as: 'the catalogue', found: trouble })
    await lookAtRole(client, walk)
    for (const table of await readTables(client, names)) {
      if (table.mark === 'global') {
        walk.open.push({ table: table.name, why: table.why })
        continue
      }
      walk.tables += 1
      await client.query('begin')
      try {
        await walkTable({ client, table, mine: randomUUID(), other: randomUUID(), walk })
      } finally {
        await client.query('rollback')
      }
    }
  } finally {
    client.release()
  }
  return walk
}

async function lookAtRole(client: PoolClient, walk: FenceWalk): Promise<void> {
  const role = await client.query<{ found: string }>(
    `select case when rolsuper then 'is a superuser' when rolbypassrls then 'bypasses row security' else 'owns ' || owned.name end as found
     from pg_roles r left join lateral (select oid::regclass::text as name from pg_class where relowner = r.oid limit 1) owned on true
     where r.rolname = '${appRole}' and (rolsuper or rolbypassrls or owned.name is not null)
     union all select 'is a member of ' || roleid::regrole from pg_auth_members where member = '${appRole}'::regrole`,
  )
  for (const { found } of role.rows) walk.leaks.push({ table: '', act: 'look', as: appRole, found })
}

async function walkTable(it: Walk): Promise<void> {
  const { client, table, mine, other } = it
  if (table.mark === 'private') {
    for (const act of ['select', 'insert', 'update', 'delete']) {
      // A right of its own: what the table's constraints say of an invented row would hide that it may be written.
      await mustNot(it, act, 'a tenant', mine, `select where has_table_privilege('${table.name}', '${act}')`)
    }
    return
  }
  const planted = { mine: '', other: '' }
  try {
    planted.mine = await plantRow(client, table.name, mine, 'prepare')
    planted.other = await plantRow(client, table.name, other)
    if (table.forced) await client.query(`alter table ${table.name} force row level security`)
  } catch (error) {
    it.walk.leaks.push({ table: table.name, act: 'plant', as: 'the owner', found: `no row could be planted, so nothing was tried: ${String(error)}` })
    return
  }
  for (const { as, setting } of nobody) {
    const said = setting?.replace('MINE_CUT', mine.slice(0, -1)).replace('MINE', mine).replace('OTHER', other)
    await mustNot(it, 'select', as, said, `select from ${table.name}`)
    await mustNot(it, 'insert', as, said, planted.mine)
    await mustNot(it, 'update', as, said, `update ${table.name} set tenant_id = tenant_id`)
    await mustNot(it, 'delete', as, said, `delete from ${table.name}`)
  }
  const hidden = table.mark === 'outbox' ? '' : ` where tenant_id is distinct from '${mine}'`
  await mustNot(it, 'select', 'the other tenant', mine, `select from ${table.name}${hidden}`)
  await mustNot(it, 'insert', 'the other tenant', mine, planted.other)
  await mustNot(it, 'update', 'the other tenant', mine, `update ${table.name} set tenant_id = tenant_id${hidden}`)
  await mustNot(it, 'delete', 'the other tenant', mine, `delete from ${table.name}${hidden}`)
  await mustNot(it, 'update into the other tenant', 'the own tenant', mine, `update ${table.name} set tenant_id = '${other}'`)
  if (table.mark !== 'outbox') {
    await must(it, 'select', mine, `select from ${table.name}`, 1)
    await must(it, 'update', mine, `update ${table.name} set tenant_id = tenant_id`, 1)
    await must(it, 'delete', mine, `delete from ${table.name}`, 1)
  }
  await must(it, 'insert', mine, planted.mine, 1)
}

/** Done as the app role, it must touch no row: none is there for it, or PostgreSQL refuses. */
async function mustNot(it: Walk, act: string, as: string, setting: string | undefined, statement: string): Promise<void> {
  const rows = await attempt(it, setting, statement)
  if (typeof rows === 'number' && rows > 0) it.walk.leaks.push({ table: it.table.name, act, as, found: `${rows} rows` })
}

async function must(it: Walk, act: string, setting: string, statement: string, wanted: number): Promise<void> {
  const rows = await attempt(it, setting, statement)
  if (rows !== wanted)
    it.walk.leaks.push({ table: it.table.name, act, as: 'the own tenant', found: typeof rows === 'number' ? `${rows} rows instead of ${wanted}` : rows })
}

/** Rows touched, or the error in words; undone either way. */
async function attempt(it: Walk, setting: string | undefined, statement: string): Promise<number | string> {
  const { client } = it
  it.walk.attempts += 1
  await client.query('savepoint attempt')
  try {
    if (setting !== undefined) await client.query(`select set_config('app.tenant_id', $1, true)`, [setting])
    await client.query(`set local role ${appRole}`)
    const result: QueryResult = await client.query(statement)
    return result.rowCount ?? 0
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.query('rollback to savepoint attempt')
  }
}
