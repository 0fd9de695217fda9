import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import pg from 'pg'
import { type MigrationEntry, migrate } from '#db/migrate.ts'
import { readMigrationFiles } from '#db/migration-files.ts'
import { type Database, openDatabase } from '#db/open-database.ts'
import { appRole, relayRole } from '#db/roles.ts'
import { type Log, createLog } from '#log.ts'

/** How a test wants its database: `fresh` is its own, for tests that break things; else one is shared, emptied when nobody uses it. */
export type TestDatabaseOptions = { fresh?: boolean; log?: Log }

const silent = createLog({ level: 'silent', destination: new Writable({ write: (_bytes, _encoding, done) => done() }) })
const mostSnapshots = 6
const testOwner = 'myna_test_owner'

type Shared = { database: Promise<Database>; users: number }
const shared = new Map<string, Shared>()

/**
 * A migrated database for a test: embedded in memory, or made new on the server of `MYNA_TEST_DATABASE_URL` (a superuser's) and dropped
 * on close. On the server its owner is an ordinary role, so that forced row security binds it as it does in production.
 */
export async function openTestDatabase(entries: readonly MigrationEntry[], options: TestDatabaseOptions = {}): Promise<Database> {
  const log = options.log ?? silent
  const url = process.env['MYNA_TEST_DATABASE_URL']
  const key = keyOf(entries)
  const open = () => (url ? openOnServer(url, entries, log) : openInMemory(key, entries, log))
  if (options.fresh) return open()
  const known = shared.get(key)
  const entry: Shared = known ?? { database: open(), users: 0 }
  shared.set(key, entry)
  entry.users += 1
  const database = await entry.database
  if (known && known.users === 1) await empty(database)
  let closed = false
  return {
    ...database,
    async close() {
      if (closed) return
      closed = true
      entry.users -= 1
      if (entry.users > 0 || database.kind === 'embedded') return
      shared.delete(key)
      await database.close()
    },
  }
}

async function openInMemory(key: string, entries: readonly MigrationEntry[], log: Log): Promise<Database> {
  const folder = cacheFolder()
  const path = join(folder, `${key}.tar`)
  const snapshot = readSnapshot(path)
  const database = await openDatabase({ log, snapshot })
  await migrate(database, entries, log)
  if (!snapshot) {
    const dump = await database.dump()
    if (dump) keepSnapshot(folder, path, dump)
  }
  return database
}

async function openOnServer(url: string, entries: readonly MigrationEntry[], log: Log): Promise<Database> {
  const name = `myna_test_${process.pid}_${randomBytes(5).toString('hex')}`
  await asAdministrator(url, async (client) => {
    // Roles belong to the server; other test runs make them at the same time.
    await client.query(`select pg_advisory_lock(hashtext('${testOwner}'))`)
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[testOwner, appRole, relayRole]])
    for (const role of [testOwner, appRole, relayRole]) if (!known.rows.some((it) => it.rolname === role)) await client.query(`create role ${role} nologin noinherit`)
    if (known.rows.length < 3) await client.query(`grant ${appRole}, ${relayRole} to ${testOwner}`)
    await client.query(`select pg_advisory_unlock(hashtext('${testOwner}'))`)
    await client.query(`create database ${name} owner ${testOwner}`)
  })
  const drop = () => asAdministrator(url, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)))
  const place = new URL(url)
  place.pathname = `/${name}`
  place.searchParams.set('options', `-c role=${testOwner}`)
  try {
    const database = await openDatabase({ url: place.href, log })
    await migrate(database, entries, log)
    return {
      ...database,
      async close() {
        await database.close()
        await drop()
      },
    }
  } catch (error) {
    await drop()
    throw error
  }
}

async function asAdministrator(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Empties all tables but the record of migrations and what pg-boss knows of itself. */
async function empty(database: Database): Promise<void> {
  const tables = await database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
       and not (n.nspname = 'kernel' and c.relname = 'migrations') and not (n.nspname = 'pgboss' and c.relname <> 'job')`,
  )
  if (tables.rows.length > 0) await database.pool.query(`truncate ${tables.rows.map((it) => it.name).join(', ')} cascade`)
}

/** Changes with the migrations, with this folder's code and with the embedded database. */
function keyOf(entries: readonly MigrationEntry[]): string {
  const hash = createHash('sha256')
  const here = import.meta.dirname
  for (const file of readdirSync(here).sort()) if (file.endsWith('.ts') && !file.endsWith('.test.ts')) hash.update(readFileSync(join(here, file)))
  hash.update(readFileSync(join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '..', 'package.json')))
  for (const it of entries) {
    hash.update(`${it.name} ${it.schema ?? ''}\n`)
    for (const file of it.migrations ? readMigrationFiles(it.migrations) : []) hash.update(`${file.name} ${file.sha256}\n`)
  }
  return hash.digest('hex').slice(0, 24)
}

function cacheFolder(): string {
  const resolved = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const folder = join(resolved.slice(0, resolved.lastIndexOf('node_modules')), 'node_modules', '.cache', 'myna')
  mkdirSync(folder, { recursive: true })
  return folder
}

function readSnapshot(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    return undefined
  }
}

function keepSnapshot(folder: string, path: string, dump: Uint8Array): void {
  const half = `${path}.${process.pid}`
  writeFileSync(half, dump)
  renameSync(half, path)
  const age = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const all = readdirSync(folder).filter((it) => it.endsWith('.tar'))
  for (const name of all.sort((a, b) => age(b) - age(a)).slice(mostSnapshots)) rmSync(join(folder, name), { force: true })
}
