import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import pg from 'pg'
import { type MigrationEntry, migrate } from '#db/migrate.ts'
import { type Database, openDatabase } from '#db/open-database.ts'
import { appRole, relayRole } from '#db/roles.ts'
import { type Log, createLog } from '#log.ts'

const silent = createLog({ level: 'silent', destination: new Writable({ write: (_bytes, _encoding, done) => done() }) })
const testOwner = 'myna_test_owner'

// Databases in memory that a test of this process has closed: the next one gets it emptied, which is faster than another start.
const idle: Database[] = []

/**
 * A database of its own for a test, migrated: embedded in memory, or made new on the server of `MYNA_TEST_DATABASE_URL` (a superuser's)
 * and dropped on close. On the server its owner is an ordinary role, so that forced row security binds it as it does in production.
 */
export async function openTestDatabase(entries: readonly MigrationEntry[] = [], log: Log = silent): Promise<Database> {
  const url = process.env['MYNA_TEST_DATABASE_URL']
  const database = url ? await openOnServer(url, log) : await openInMemory(log)
  try {
    await migrate(database, entries, log)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

async function openInMemory(log: Log): Promise<Database> {
  const database = idle.pop() ?? (await startInMemory(log))
  let closed = false
  return {
    ...database,
    async close() {
      if (closed) return
      closed = true
      try {
        await empty(database)
        idle.push(database)
      } catch {
        await database.close()
      }
    },
  }
}

/** Starts from a snapshot of an empty database, since making one takes seconds. */
async function startInMemory(log: Log): Promise<Database> {
  const { folder, path } = snapshotPlace()
  const snapshot = readSnapshot(path)
  const database = await openDatabase({ log, snapshot })
  if (snapshot) return database
  const dump = await database.dump()
  if (dump) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${path}.${process.pid}`, dump)
    renameSync(`${path}.${process.pid}`, path)
  }
  return database
}

async function openOnServer(url: string, log: Log): Promise<Database> {
  const name = `myna_test_${process.pid}_${randomBytes(5).toString('hex')}`
  await asAdministrator(url, async (client) => {
    // Roles belong to the server; other test runs make them at the same time.
    await client.query(`select pg_advisory_lock(hashtext('${testOwner}'))`)
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[testOwner, appRole, relayRole]])
    for (const role of [testOwner, appRole, relayRole])
      if (!known.rows.some((it) => it.rolname === role)) await client.query(`create role ${role} nologin noinherit`)
    if (known.rows.length < 3) await client.query(`grant ${appRole}, ${relayRole} to ${testOwner}`)
    await client.query(`select pg_advisory_unlock(hashtext('${testOwner}'))`)
    await client.query(`create database ${name} owner ${testOwner}`)
  })
  const drop = () => asAdministrator(url, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)))
  const place = new URL(url)
  place.pathname = `/${name}`
  place.searchParams.set('options', `-c role=${testOwner}`)
  try {
    // Through a pooler, whose sessions take on the owner by themselves, notifications are heard past it.
    const pooler = poolerPlace(name)
    const database = await openDatabase(pooler ? { url: pooler, listenUrl: place.href, log } : { url: place.href, log })
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

/** A database of the pooler of `MYNA_TEST_POOLER_URL`, where there is one. */
function poolerPlace(name: string): string | undefined {
  const url = process.env['MYNA_TEST_POOLER_URL']
  if (!url) return undefined
  const place = new URL(url)
  place.pathname = `/${name}`
  return place.href
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

/** Takes away everything that migrations and libraries made. */
async function empty(database: Database): Promise<void> {
  const schemas = await database.pool.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`,
  )
  if (schemas.rows.length > 0) await database.pool.query(`drop schema ${schemas.rows.map((it) => it.name).join(', ')} cascade`)
  await database.pool.query('unlisten *')
}

/** Beside the installed packages, under the version of the embedded database. */
function snapshotPlace(): { folder: string; path: string } {
  const resolved = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(resolved), '..', 'package.json'), 'utf8')) as { version: string }
  const folder = join(resolved.slice(0, resolved.lastIndexOf('node_modules')), 'node_modules', '.cache', 'myna')
  return { folder, path: join(folder, `pglite-${version}.tar`) }
}

function readSnapshot(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    return undefined
  }
}
