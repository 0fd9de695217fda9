/**
 * The tenant fence: what keeps the rows of one tenant from another, put on every table by the migration runner.
 *
 * Three roles touch a database. The login owns schemas and tables and runs migrations. `myna_app` is what every transaction of a
 * service becomes. `myna_relay` is what the kernel becomes for its own work across tenants. Row security is enabled and forced, so it
 * binds the login as well (unless that is a superuser, as in the embedded database: there the change of role is what makes it bind).
 *
 * | a table says      | row security | myna_app                                   | myna_relay            |
 * | nothing           | forced       | its tenant's rows: read and write          | all rows, in `kernel` |
 * | `-- outbox: why`  | forced       | adds rows of its tenant, or of none; reads nothing | all rows      |
 * | `-- global: why`  | none         | all rows: read and write                   | in `kernel`           |
 * | `-- private: why` | none         | nothing                                    | all rows, in `kernel` |
 *
 * A fenced table needs `tenant_id uuid not null`; its unique indexes, exclusion constraints and foreign keys to other fenced tables
 * include it, since PostgreSQL checks those without row security and their errors would tell of other tenants' rows.
 * Views run as who asks, and may be read. What cannot be fenced (materialized views, foreign tables, functions as definer, other policies) is refused.
 */
import type { PoolClient } from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { type FencedTable, readTables, readTroubles } from '#db/fence-catalogue.ts'
import { appRole, relayRole } from '#db/roles.ts'

const tenantIs = `nullif(current_setting('app.tenant_id', true), '')::uuid`
const everything = 'DELETE,INSERT,SELECT,UPDATE'

type Policy = { name: string; command: '*' | 'a'; role: string; using: string | null; check: string }

const fencePolicy: Policy = { name: 'tenant_fence', command: '*', role: 'public', using: `tenant_id = ${tenantIs}`, check: `tenant_id = ${tenantIs}` }
const outboxPolicy: Policy = { name: 'tenant_fence', command: 'a', role: 'public', using: null, check: `tenant_id is not distinct from ${tenantIs}` }
const relayPolicy: Policy = { name: 'relay', command: '*', role: relayRole, using: 'true', check: 'true' }

/** What stands about a table: its row security, policies, and rights of the two roles. */
type Stand = { secured: boolean; policies: Policy[]; app: string; relay: string }

function standFor(table: FencedTable): Stand {
  const kernel = table.schema === 'kernel'
  switch (table.mark) {
    case 'fenced':
      return { secured: true, policies: kernel ? [fencePolicy, relayPolicy] : [fencePolicy], app: everything, relay: kernel ? everything : '' }
    case 'outbox':
      return { secured: true, policies: [outboxPolicy, relayPolicy], app: 'INSERT', relay: everything }
    case 'global':
      return { secured: false, policies: [], app: everything, relay: kernel ? everything : '' }
    case 'private':
      return { secured: false, policies: [], app: '', relay: kernel ? everything : '' }
  }
}

/**
 * Brings every table of the schemas behind the fence, inside the caller's transaction; changes only what differs.
 * Throws `DatabaseRefusal` naming the first table that cannot be fenced.
 */
export async function raiseFence(client: PoolClient, schemas: readonly string[]): Promise<void> {
  // With nothing on the search path every name is printed with its schema.
  await client.query('set constraints all immediate; set local search_path to pg_catalog')
  const trouble = (await readTroubles(client, schemas))[0]
  if (trouble) throw new DatabaseRefusal(trouble)
  for (const schema of await schemasWithout(client, schemas)) await client.query(`grant usage on schema ${schema} to ${appRole}, ${relayRole}`)
  for (const table of await readTables(client, schemas)) {
    for (const statement of changesFor(table)) await client.query(statement)
  }
  const views = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'v' and c.relnamespace::regnamespace::text = any($1)
     and not has_table_privilege('${appRole}', c.oid, 'select')`,
    [schemas],
  )
  for (const { name } of views.rows) await client.query(`grant select on ${name} to ${appRole}`)
  const sequences = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'S' and c.relnamespace::regnamespace::text = any($1)
     and not (has_sequence_privilege('${appRole}', c.oid, 'usage') and has_sequence_privilege('${relayRole}', c.oid, 'usage'))`,
    [schemas],
  )
  for (const { name } of sequences.rows) await client.query(`grant usage on sequence ${name} to ${appRole}, ${relayRole}`)
}

/** Lets the owner of the tables see all rows until `raiseFence`, so that a migration can change the rows of every tenant. */
export async function lowerFence(client: PoolClient, schema: string): Promise<void> {
  const forced = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relnamespace::regnamespace::text = $1 and relforcerowsecurity and relkind in ('r', 'p')`,
    [schema],
  )
  for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`)
}

function changesFor(table: FencedTable): string[] {
  const { name } = table
  const wanted = standFor(table)
  const changes: string[] = []
  if (table.enabled !== wanted.secured) changes.push(`alter table ${name} ${wanted.secured ? 'enable' : 'disable'} row level security`)
  if (table.forced !== wanted.secured) changes.push(`alter table ${name} ${wanted.secured ? 'force' : 'no force'} row level security`)
  const missing = wanted.policies.filter((it) => !table.policies.some((other) => same(it, other)))
  const surplus = table.policies.filter((it) => !wanted.policies.some((other) => same(other, it)))
  for (const it of surplus) changes.push(`drop policy ${it.name} on ${name}`)
  for (const it of missing) {
    const using = it.using === null ? '' : ` using (${it.using})`
    changes.push(
      `create policy ${it.name} on ${name} as permissive for ${it.command === 'a' ? 'insert' : 'all'} to ${it.role}${using} with check (${it.check})`,
    )
  }
  if (table.app !== wanted.app || table.relay !== wanted.relay || table.everyone !== '') {
    changes.push(`revoke all on ${name} from public, ${appRole}, ${relayRole}`)
    if (wanted.app) changes.push(`grant ${wanted.app} on ${name} to ${appRole}`)
    if (wanted.relay) changes.push(`grant ${wanted.relay} on ${name} to ${relayRole}`)
  }
  return changes
}

function same(wanted: Policy, found: FencedTable['policies'][number]): boolean {
  return (
    wanted.name === found.name &&
    found.permissive &&
    wanted.command === found.command &&
    wanted.role === found.roles &&
    plain(wanted.using) === plain(found.using) &&
    plain(wanted.check) === plain(found.check)
  )
}

/** An expression without what PostgreSQL adds when it prints one back: parentheses, casts of literals, capitals. */
function plain(expression: string | null): string {
  const words = (expression ?? '')
    .toLowerCase()
    .replaceAll('::text', '')
    .replace(/[()\s]/g, '')
  const distinct = /^not(.+)isdistinctfrom(.+)$/.exec(words)
  return distinct ? `${distinct[1]}isnotdistinctfrom${distinct[2]}` : words
}

async function schemasWithout(client: PoolClient, schemas: readonly string[]): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where nspname = any($1)
     and not (has_schema_privilege('${appRole}', oid, 'usage') and has_schema_privilege('${relayRole}', oid, 'usage'))`,
    [schemas],
  )
  return found.rows.map((it) => it.name)
}
