import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { type EmbeddedDatabase, openEmbedded } from '#db/embedded-database.ts'
import { openServer } from '#db/server-database.ts'
import { createServerListener } from '#db/server-listener.ts'
import type { Log } from '#log.ts'

/** The database of a process, the same to use whether it is embedded or a server. */
export type Database = {
  kind: 'embedded' | 'server'
  /** On the embedded database it holds one session: a query that waits for another lease of the same pool runs into its time-out. */
  pool: Pool
  /** Queries as the owner, with unqualified table names in `schema`. */
  kysely(schema: string): Kysely<any>
  /** Resolves when the database answers; throws when it does not within 5 s. */
  ready(): Promise<void>
  /**
   * Calls back for each NOTIFY on the channel; may miss some, so poll as well, and calls back `onReturn` when it may have. The returned function stops it. Throws
   * `DatabaseRefusal` where nothing would be heard.
   */
  listen(channel: string, onPayload: (payload: string) => void, onReturn?: () => void): Promise<() => Promise<void>>
  /** Reclaims space and refreshes statistics of the embedded database, which does not do so by itself; nothing on a server. */
  vacuum(): Promise<void>
  /** A tar of the embedded database's files, as of now; undefined on a server. */
  dump(): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

/** Which database: a PostgreSQL server at `url`, else the embedded one in `<dataDir>/db`, else one in memory that ends with the process. */
export type DatabaseOptions = {
  url?: string | undefined
  /** The same server past any pooler, for LISTEN; default `url`. */
  listenUrl?: string | undefined
  dataDir?: string | undefined
  /** Fills a new embedded database in memory from an earlier `dump`. */
  snapshot?: Uint8Array | undefined
  log: Log
  /** Longest wait for a free session; default 10 s. */
  acquireTimeoutMs?: number | undefined
  /** Most connections to a server; default 10. */
  poolSize?: number | undefined
  /** How long a server that is starting, in recovery or not to be reached is waited for; default 0. */
  patienceMs?: number | undefined
}

const readyTimeoutMs = 5_000

/** Opens the database of a process; throws `DatabaseRefusal` with one sentence for people when it cannot be used. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const acquireTimeoutMs = options.acquireTimeoutMs ?? 10_000
  const { url, log } = options
  if (url === undefined) return describe('embedded', await openEmbedded({ dataDir: options.dataDir, snapshot: options.snapshot, acquireTimeoutMs }), log)
  const pool = await openServer({ url, poolSize: options.poolSize ?? 10, acquireTimeoutMs, patienceMs: options.patienceMs, log })
  const { listenUrl } = options
  const listener = createServerListener({ url: listenUrl ?? url, setting: listenUrl ? 'MYNA_DATABASE_LISTEN_URL' : 'DATABASE_URL', pool, log })
  const close = async () => {
    await listener.close()
    await pool.end()
  }
  return describe('server', { pool, listen: listener.listen, close }, log)
}

type Server = { pool: Pool; listen: Database['listen']; close(): Promise<void> }

function describe(kind: Database['kind'], it: EmbeddedDatabase | Server, log: Log): Database {
  const pool = it.pool as unknown as Pool
  pool.on('error', (error) => log.error({ error: error.message }, 'a database connection failed'))
  // The pool outlives any one Kysely that is destroyed.
  const lent = { connect: () => pool.connect(), end: async () => {}, options: pool.options }
  const queries = new Kysely<any>({ dialect: new PostgresDialect({ pool: lent }) })
  let closed: Promise<void> | undefined
  return {
    kind,
    pool,
    kysely: (schema) => queries.withSchema(schema),
    ready: () => within(readyTimeoutMs, pool.query('select 1')),
    listen: 'listen' in it ? it.listen : (channel, onPayload) => it.pool.listen(channel, onPayload),
    async vacuum() {
      if (kind === 'embedded') await pool.query('vacuum (analyze)')
    },
    dump: async () => ('dump' in it ? it.dump() : undefined),
    close: () => (closed ??= it.close()),
  }
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`the database did not answer within ${limitMs} ms`)), limitMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
