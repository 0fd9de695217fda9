import type { PoolClient } from 'pg'

type Column = { name: string; type: string; kind: string; element: string | null; first: string | null; length: number | null }

/**
 * Puts one row of a tenant into any table, whatever its constraints, and gives back the statement that adds another like it.
 * With `prepare` it first takes away, inside the caller's transaction, what would refuse an invented row: foreign keys, checks,
 * triggers, `not null`, and the fence on the owner. The caller rolls back.
 */
export async function plantRow(client: PoolClient, table: string, tenantId: string, prepare?: 'prepare'): Promise<string> {
  if (prepare) await disarm(client, table)
  const columns = await client.query<Column>(
    `select quote_ident(a.attname) as name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type, t.typtype as kind,
       nullif(t.typelem, 0)::regtype::text as element,
       (select enumlabel from pg_enum where enumtypid = t.oid order by enumsortorder limit 1) as first,
       case when a.atttypmod > 4 then a.atttypmod - 4 end as length
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' and a.attname <> 'tenant_id'
       and (a.attnotnull or exists (select from pg_index i where i.indrelid = a.attrelid and a.attnum = any(i.indkey)))`,
    [table],
  )
  const names = ['tenant_id', ...columns.rows.map((it) => it.name)].join(', ')
  const values = [`'${tenantId}'`, ...columns.rows.map(valueFor)].join(', ')
  const statement = `insert into ${table} (${names}) values (${values})`
  await client.query(statement)
  return statement
}

/** An expression that makes another value each time, so that unique indexes let two rows in. */
function valueFor(it: Column): string {
  if (it.kind === 'e') return `'${(it.first ?? '').replaceAll("'", "''")}'`
  if (it.element !== null && it.type.endsWith('[]')) return `'{}'::${it.type}`
  switch (it.type) {
    case 'uuid':
      return 'gen_random_uuid()'
    case 'smallint':
      return '(random() * 32000)::smallint'
    case 'integer':
      return '(random() * 2000000000)::integer'
    case 'bigint':
    case 'numeric':
    case 'real':
    case 'double precision':
      return `(random() * 2000000000)::bigint::${it.type}`
    case 'boolean':
      return 'false'
    case 'json':
    case 'jsonb':
      return `'{}'::${it.type}`
    case 'bytea':
      return `decode(md5(random()::text), 'hex')`
    case 'text':
    case 'character varying':
    case 'character':
      return `left(md5(random()::text), ${it.length ?? 32})`
    case 'timestamp with time zone':
    case 'timestamp without time zone':
    case 'date':
      return `(now() + random() * interval '1000 days')::${it.type}`
    default:
      return `null`
  }
}

async function disarm(client: PoolClient, table: string): Promise<void> {
  const constraints = await client.query<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype in ('f', 'c')`,
    [table],
  )
  const needed = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute a
     where attrelid = $1::regclass and attnum > 0 and attnotnull and attidentity = '' and not attisdropped
     and not exists (select from pg_index i where i.indrelid = a.attrelid and (i.indisprimary or i.indisreplident) and a.attnum = any(i.indkey))`,
    [table],
  )
  const changes = [
    ...constraints.rows.map((it) => `drop constraint ${it.name}`),
    ...needed.rows.filter((it) => it.name !== 'tenant_id').map((it) => `alter column ${it.name} drop not null`),
    'disable trigger user',
    'no force row level security',
  ]
  await client.query(`alter table ${table} ${changes.join(', ')}`)
}
