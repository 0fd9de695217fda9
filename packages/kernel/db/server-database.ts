import pg from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { rowTypes } from '#db/row-types.ts'
import type { Log } from '#log.ts'

const oldestVersion = 15
const longestPauseMs = 30_000

/** Connects to a PostgreSQL server and looks whether it is one Myna works with; throws `DatabaseRefusal` with what to do when not. */
export async function openServer(options: { url: string; poolSize: number; acquireTimeoutMs: number }): Promise<pg.Pool> {
  // No start-up parameters but the name: a transaction pooler such as PgBouncer refuses them. Time limits are set in each transaction.
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.acquireTimeoutMs,
    application_name: 'myna',
    keepAlive: true,
    types: rowTypes,
  })
  try {
    const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version < oldestVersion) throw new DatabaseRefusal(`Myna needs PostgreSQL ${oldestVersion} or newer; ${placeOf(options.url)} runs ${version}.`)
  } catch (error) {
    await pool.end()
    if (error instanceof DatabaseRefusal) throw error
    const why = error instanceof Error ? error.message || String('code' in error ? error.code : error.name) : String(error)
    throw new DatabaseRefusal(`The PostgreSQL server ${placeOf(options.url)} cannot be used: ${why}. Check DATABASE_URL.`, { cause: error })
  }
  return pool
}

/** Hears a channel on a connection of its own, and connects again when it is lost; what was said meanwhile is not heard. */
export async function listenOnServer(url: string, channel: string, onPayload: (payload: string) => void, log: Log): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let pause: NodeJS.Timeout | undefined
  let stopped = false
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'myna listen', keepAlive: true })
    const lost = (error?: Error) => {
      if (client !== next) return
      client = undefined
      if (stopped) return
      log.warn({ channel, error: error?.message }, 'lost the connection that hears database notifications')
      again(1_000)
    }
    next.on('error', lost)
    next.on('end', () => lost())
    next.on('notification', (it) => {
      if (it.channel === channel) onPayload(it.payload ?? '')
    })
    await next.connect()
    await next.query(`listen ${next.escapeIdentifier(channel)}`)
    client = next
    if (stopped) await next.end()
  }
  const again = (waitMs: number) => {
    pause = setTimeout(() => {
      connect().catch(() => {
        if (!stopped) again(Math.min(waitMs * 2, longestPauseMs))
      })
    }, waitMs)
  }
  await connect()
  return async () => {
    stopped = true
    clearTimeout(pause)
    await client?.end()
  }
}

/** Host, port and database of a connection string, without its secrets. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname || 'on this machine'}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'of this address'
  }
}
