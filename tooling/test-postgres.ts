import { spawnSync } from 'node:child_process'
import pg from 'pg'

/** Runs the test suite on a PostgreSQL server: the one of `MYNA_TEST_DATABASE_URL`, else one on this machine. */
const url = process.env.MYNA_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
try {
  await client.connect()
  const { rows } = await client.query<{ version: string }>('show server_version')
  console.log(`Testing on PostgreSQL ${(rows[0] as unknown as { server_version: string }).server_version}.`)
} catch (error) {
  console.error(
    `No PostgreSQL server answers at ${url.replace(/:[^:@/]+@/, ':…@')} (${(error as Error).message}). Set MYNA_TEST_DATABASE_URL to a superuser's address.`,
  )
  process.exit(1)
} finally {
  await client.end().catch(() => {})
}
const { status } = spawnSync('vitest', ['run', '--project', 'all', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, MYNA_TEST_DATABASE_URL: url },
})
process.exit(status ?? 1)
