import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Tests on what a process may stand on besides itself: Redis servers that the tests start, and the suites of the database through PgBouncer in transaction mode, started
 * here before the PostgreSQL server of `MYNA_TEST_DATABASE_URL`, else the one of this machine. What is missing is left out with a
 * line that says so. Arguments name suites to run through the pooler alone.
 */
const direct = process.env.MYNA_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const named = process.argv.slice(2)
const throughPooler =
  named.length > 0
    ? named
    : ['packages/kernel/db', 'packages/kernel/events', 'packages/kernel/jobs', 'packages/kernel/notify-fan-out.test.ts', 'packages/kernel/live.test.ts']
let failed = false

const vitest = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { status } = spawnSync('vitest', ['run', ...args], { stdio: 'inherit', env: { ...process.env, ...env } })
  failed ||= status !== 0
}

if (spawnSync('redis-server', ['--version']).status !== 0)
  console.log('Redis is left out: there is no redis-server on this machine (apt-get install redis-server).')
if (named.length === 0) vitest(['--project', 'engines'])

if (spawnSync('pgbouncer', ['--version']).status !== 0) console.log('PgBouncer is left out: there is no pgbouncer on this machine (apt-get install pgbouncer).')
else if (!(await makeOwner())) console.log(`PgBouncer is left out: no PostgreSQL server answers at ${direct.replace(/:[^:@/]+@/, ':…@')}.`)
else
  await withPooler((pooler) =>
    vitest(['--project', 'all', '--testTimeout=120000', ...throughPooler], { MYNA_TEST_DATABASE_URL: direct, MYNA_TEST_POOLER_URL: pooler }),
  )
process.exit(failed ? 1 : 0)

/** The ordinary role that owns test databases, which the pooler takes on; whether there is a server to have it. */
async function makeOwner(): Promise<boolean> {
  const client = new pg.Client({ connectionString: direct, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    for (const role of ['myna_app', 'myna_relay', 'myna_test_owner'])
      await client.query(`do $$ begin if to_regrole('${role}') is null then create role ${role} nologin noinherit; end if; end $$`)
    await client.query('grant myna_app, myna_relay to myna_test_owner')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** PgBouncer with so few sessions that those who come by it share them, at a port of its own. */
async function withPooler(work: (url: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'myna-pooler-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const { hostname, port: serverPort, username, password } = new URL(direct)
  const secret = password ? ` password=${decodeURIComponent(password)}` : ''
  const settings = `[databases]
* = host=${hostname} port=${serverPort || 5432} user=${username || 'postgres'}${secret} connect_query='set role myna_test_owner'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 500
`
  writeFileSync(join(folder, 'pgbouncer.ini'), settings, { mode: 0o644 })
  const asRoot = process.getuid?.() === 0
  const pooler = spawn('pgbouncer', ['-q', ...(asRoot ? ['-u', 'nobody'] : []), join(folder, 'pgbouncer.ini')], { stdio: 'inherit' })
  try {
    const url = `postgres://${username || 'postgres'}@127.0.0.1:${port}/postgres`
    await answers(url)
    console.log('Testing through PgBouncer in transaction mode.')
    work(url)
  } finally {
    pooler.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (error) {
      if (attempt === 50) throw error
      await new Promise((done) => setTimeout(done, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** A port of this machine that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
