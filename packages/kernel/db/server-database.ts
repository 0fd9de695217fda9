import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { rowTypes } from '#db/row-types.ts'
import type { Log } from '#log.ts'

const oldestVersion = 15

/** What connecting to a server needs. */
export type ServerOptions = {
  url: string
  poolSize: number
  acquireTimeoutMs: number
  /** How long a server that is starting, in recovery or not to be reached is waited for; default 0. */
  patienceMs?: number | undefined
  log: Log
}

const againAfterMs = 500
const toldEveryMs = 5_000
// Starting or stopping, no room for another connection, and connections that are refused, lost or lead nowhere yet.
const passing = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08001',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/**
 * Connects to a PostgreSQL server and looks whether it is one Myna works with; one that may be there in a moment is waited for. Throws `DatabaseRefusal` with what to
 * do when it is not.
 */
export async function openServer(options: ServerOptions): Promise<pg.Pool> {
  // No start-up parameters but the name: a transaction pooler such as PgBouncer refuses them. Time limits are set in each transaction.
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.acquireTimeoutMs,
    application_name: 'myna',
    keepAlive: true,
    types: rowTypes,
  })
  // A connection that breaks between two statements of its holder tells nobody else; unheard it would end the process. The next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {})
  const place = placeOf(options.url)
  const until = performance.now() + (options.patienceMs ?? 0)
  let tellAt = 0
  for (;;) {
    const trouble = await look(pool, place).catch(troubleOf)
    if (trouble === undefined) return pool
    const now = performance.now()
    if (!trouble.passes || now >= until) {
      await pool.end()
      if (trouble.error instanceof DatabaseRefusal) throw trouble.error
      throw new DatabaseRefusal(`The PostgreSQL server ${place} cannot be used: ${trouble.why}. Check DATABASE_URL.`, { cause: trouble.error })
    }
    if (now >= tellAt) {
      options.log.warn({ place, why: trouble.why, secondsLeft: Math.ceil((until - now) / 1000) }, 'waiting for PostgreSQL')
      tellAt = now + toldEveryMs
    }
    await pause(Math.min(againAfterMs, until - now))
  }
}

type Trouble = { why: string; error?: unknown /** Whether it may be over in a moment. */; passes: boolean }

async function look(pool: pg.Pool, place: string): Promise<Trouble | undefined> {
  const { rows } = await pool.query<{ version: string; recovering: boolean }>(
    `select current_setting('server_version_num') as version, pg_is_in_recovery() as recovering`,
  )
  const version = Math.floor(Number(rows[0]?.version) / 10_000)
  if (version < oldestVersion) throw new DatabaseRefusal(`Myna needs PostgreSQL ${oldestVersion} or newer; ${place} runs ${version}.`)
  return rows[0]?.recovering ? { why: 'it is in recovery, or a standby, and takes no writes', passes: true } : undefined
}

function troubleOf(error: unknown): Trouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = error instanceof Error ? error.message || code || error.name : String(error)
  // What the client says of a connection that ended or did not come about has no code.
  return { why, error, passes: passing.has(code) || (code === '' && /connect/i.test(why)) }
}

/** Host, port and database of a connection string, without its secrets. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname || 'on this machine'}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'of this address'
  }
}
