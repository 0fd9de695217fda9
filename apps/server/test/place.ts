import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, createClient } from '@myna/sdk'
import pg from 'pg'

const server = process.env.MYNA_TEST_DATABASE_URL

/** Where a Myna of a test lives: a data folder, and a database of its own when the suite runs on a PostgreSQL server. */
export type Place = Awaited<ReturnType<typeof openPlace>>

/** Makes a place; `close` takes it away. */
export async function openPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'myna-server-'))
  const name = `myna_test_${process.pid}_${randomBytes(5).toString('hex')}`
  const databaseUrl = server && Object.assign(new URL(server), { pathname: `/${name}` }).href
  if (server) await asAdministrator((client) => client.query(`create database ${name}`))
  const data = join(folder, 'data')
  return {
    folder,
    data,
    databaseUrl,
    /** The environment of a Myna here, and of a command line that looks for it; nothing of the machine's own leaks in. */
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      MYNA_DATA: data,
      MYNA_LOG_LEVEL: 'error',
      MYNA_CRAWL_ALLOW_HOSTS: '127.0.0.1',
      PORT: '0',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    /** A client of the operator. */
    operator(url: string): Api {
      const token = readFileSync(join(data, 'secrets', 'operator.token'), 'utf8').trim()
      return createClient({ baseUrl: `${url}/api/v1`, headers: () => ({ authorization: `Bearer ${token}` }) })
    },
    async close() {
      if (server) await asAdministrator((client) => client.query(`drop database if exists ${name} with (force)`))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function asAdministrator(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await work(client).finally(() => client.end())
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
