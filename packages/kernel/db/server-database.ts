import pg from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { rowTypes } from '#db/row-types.ts'

const oldestVersion = 15

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
  // A connection that breaks between two statements of its holder tells nobody else; unheard it would end the process. The next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}))
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

/** Host, port and database of a connection string, without its secrets. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname || 'on this machine'}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'of this address'
  }
}
