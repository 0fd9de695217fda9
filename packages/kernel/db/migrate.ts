import type { PoolClient } from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { lowerFence, raiseFence } from '#db/fence.ts'
import { type MigrationFile, marksIn, readMigrationFiles } from '#db/migration-files.ts'
import type { Database } from '#db/open-database.ts'
import { ensureRoles } from '#db/roles.ts'
import type { Log } from '#log.ts'

/** Whose migrations: `schema` is the name with `_` for `-` unless given; several entries may share one. */
export type MigrationEntry = { name: string; schema?: string | undefined; migrations?: URL | undefined }

// "myna" in ASCII: held by whoever migrates, for the length of one transaction, so that it works behind a transaction pooler too.
const migrationLock = 0x6d796e61
const insufficientPrivilege = '42501'
const uniqueViolation = '23505'
const concurrentUpdate = 'XX000'

/**
 * Brings the database to what the services in this program need: roles, a schema for each service and `<schema>_own` for libraries with
 * tables of their own, migrations not yet applied, and the tenant fence. Each migration commits together with its record and its fence.
 * Any number of processes may call it at once. Throws `DatabaseRefusal` when a released migration was edited, when the database is
 * newer than this program, when a migration fails, or when a table cannot be fenced; what was applied before stays.
 */
export async function migrate(database: Database, entries: readonly MigrationEntry[], log: Log): Promise<void> {
  const plans = entries.map((it) => ({ name: it.name, schema: schemaOf(it), files: it.migrations ? readMigrationFiles(it.migrations) : [] }))
  const schemas = [...new Set(['kernel', ...plans.map((it) => it.schema)])]
  await locked(database, (client) => prepare(client, schemas))
  const applied = await database.pool.query<{ service: string; name: string; sha256: string }>(
    'select service, name, sha256 from kernel.migrations order by name',
  )
  for (const plan of plans) {
    const known = new Map(applied.rows.filter((it) => it.service === plan.name).map((it) => [it.name, it.sha256]))
    const last = [...known.keys()].at(-1) ?? ''
    for (const name of known.keys()) {
      if (!plan.files.some((it) => it.name === name)) {
        throw new DatabaseRefusal(
          `The database holds the migration ${plan.name}/${name}, which this Myna does not have. Start the newer Myna that applied it, or restore a backup.`,
        )
      }
    }
    for (const file of plan.files) {
      const sha256 = known.get(file.name)
      if (sha256 !== undefined) refuseEdited(plan.name, file, sha256)
      else if (file.name < last)
        throw new DatabaseRefusal(`The migration ${plan.name}/${file.name} comes before ${last}, which is applied already. Give it a higher number.`)
      else if (await locked(database, (client) => apply(client, plan, file))) log.info({ service: plan.name, migration: file.name }, 'migrated')
    }
  }
  await locked(database, (client) => raiseFence(client, schemas))
}

/** The schema of a service: its name, with `_` for `-`. */
export function schemaOf(entry: Pick<MigrationEntry, 'name' | 'schema'>): string {
  const schema = entry.schema ?? entry.name.replaceAll('-', '_')
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema)) throw new DatabaseRefusal(`${entry.name} is no name for a service: use a-z, 0-9 and -.`)
  return schema
}

async function prepare(client: PoolClient, schemas: readonly string[]): Promise<void> {
  await ensureRoles(client)
  const trigrams = await client.query(`select from pg_extension where extname = 'pg_trgm'`)
  if (trigrams.rowCount === 0) {
    await client.query('create extension pg_trgm with schema public').catch((error: Error) => {
      throw new DatabaseRefusal(
        `The PostgreSQL extension pg_trgm could not be made: ${error.message}. ` +
          `Install the server's contrib package, or have an administrator run: create extension pg_trgm;`,
        {
          cause: error,
        },
      )
    })
  }
  const wanted = schemas.flatMap((it) => [it, `${it}_own`])
  const found = await client.query<{ name: string }>('select nspname as name from pg_namespace where nspname = any($1)', [wanted])
  for (const schema of wanted) if (!found.rows.some((it) => it.name === schema)) await client.query(`create schema ${schema}`)
  const table = await client.query<{ there: boolean }>(`select to_regclass('kernel.migrations') is not null as there`)
  if (table.rows[0]?.there) return
  await client.query(`
    create table kernel.migrations (
      service text not null, name text not null, sha256 text not null, applied_at timestamptz not null default now(), primary key (service, name)
    );
    comment on table kernel.migrations is 'private: which migrations this database has'`)
}

/** Applies one migration unless another process has done so meanwhile; tells whether it did. */
async function apply(client: PoolClient, plan: { name: string; schema: string }, file: MigrationFile): Promise<boolean> {
  const known = await client.query<{ sha256: string }>('select sha256 from kernel.migrations where service = $1 and name = $2', [plan.name, file.name])
  const sha256 = known.rows[0]?.sha256
  if (sha256 !== undefined) {
    refuseEdited(plan.name, file, sha256)
    return false
  }
  await lowerFence(client, plan.schema)
  await client.query(`select set_config('search_path', '${plan.schema}, public', true)`)
  try {
    await client.query(file.sql)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const position = 'position' in error ? Number(error.position) : 0
    const line = position > 0 ? ` in line ${file.sql.slice(0, position).split('\n').length}` : ''
    throw new DatabaseRefusal(`The migration ${plan.name}/${file.name} failed${line}: ${error.message}. Nothing of it was kept.`, { cause: error })
  }
  for (const { table, mark } of marksIn(file.sql)) {
    await client.query(`do $$ begin if to_regclass('${table}') is not null then comment on table ${table} is '${mark.replaceAll("'", "''")}'; end if; end $$`)
  }
  await raiseFence(client, [plan.schema])
  await client.query('insert into kernel.migrations (service, name, sha256) values ($1, $2, $3)', [plan.name, file.name, file.sha256])
  return true
}

function refuseEdited(service: string, file: MigrationFile, sha256: string): void {
  if (file.sha256 === sha256) return
  throw new DatabaseRefusal(
    `The migration ${service}/${file.name} was edited after it was applied to this database. Put it back as it was, and write the change as a new migration.`,
  )
}

/** One transaction that no other migrating process shares; tried again when another database of the server changed the same roles. */
async function locked<R>(database: Database, work: (client: PoolClient) => Promise<R>, attemptsLeft = 5): Promise<R> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (attemptsLeft > 1 && (code === uniqueViolation || (code === concurrentUpdate && error instanceof Error && error.message.includes('concurrently')))) {
      await new Promise((done) => setTimeout(done, 50 + Math.random() * 100))
    } else if (code === insufficientPrivilege && error instanceof Error) {
      throw new DatabaseRefusal(`The database login may not do what a migration needs: ${error.message}. It should own its database.`, { cause: error })
    } else throw error
  } finally {
    client.release()
  }
  return locked(database, work, attemptsLeft - 1)
}
