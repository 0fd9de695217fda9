import type { Caller } from '@myna/contracts/caller'
import { CompiledQuery, type DatabaseConnection, type Kysely, PostgresDialect, SingleConnectionProvider, Transaction, sql } from 'kysely'
import type { Database } from '#db/open-database.ts'
import { schemaOf } from '#db/migrate.ts'
import { appRole, relayRole } from '#db/roles.ts'
import type { ServiceDb } from '#db/service-db.ts'
import { Fault } from '#seam/fault.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const statementTimeoutMs = 30_000
const mostAttempts = 3
// Serialization failure and deadlock: PostgreSQL asks to run the whole transaction again.
const tryAgain = new Set(['40001', '40P01'])

/** The tables of one service, behind the tenant fence; `service` is the name of the service. */
export function createServiceDb(database: Database, service: string): ServiceDb<any> {
  const schema = schemaOf({ name: service })
  const transact = createTransact(database)
  return {
    inTenant(caller: Pick<Caller, 'tenantId'>, work) {
      const { tenantId } = caller
      if (tenantId === null) return Promise.reject(new Fault('request.forbidden', { reason: 'the caller has no tenant' }))
      // It is written into the statement, so nothing but a UUID may pass.
      if (!uuid.test(tenantId)) return Promise.reject(new Fault('request.forbidden', { reason: 'the tenant of the caller is no UUID' }))
      return transact(beginAs(appRole, schema, tenantId), work)
    },
    global: (work) => transact(beginAs(appRole, schema, ''), work),
    owner: database.kysely(`${schema}_own`),
  }
}

/** One transaction of the kernel across tenants: sees all rows of the tables in schema `kernel` and of every outbox. */
export function inRelay<R>(database: Database, work: (tx: Transaction<any>) => Promise<R>): Promise<R> {
  return createTransact(database)(beginAs(relayRole, 'kernel', ''), work)
}

/** Turns a transaction of the owner into one of the kernel across tenants, until it ends. */
export async function asRelay(tx: Kysely<any>): Promise<void> {
  await sql`select set_config('role', ${relayRole}, true), set_config('app.tenant_id', '', true)`.execute(tx)
}

/**
 * Begin and everything that holds for the transaction, in one round trip. All of it is local to the transaction: nothing stays on a
 * session that a pooler such as PgBouncer lends to somebody else next.
 */
function beginAs(role: string, schema: string, tenantId: string): string {
  return (
    `begin; select set_config('search_path', '${schema}, public', true), set_config('app.tenant_id', '${tenantId}', true), ` +
    `set_config('statement_timeout', '${statementTimeoutMs}', true), set_config('role', '${role}', true)`
  )
}

type Transact = <R>(begin: string, work: (tx: Transaction<any>) => Promise<R>) => Promise<R>

const transacts = new WeakMap<Database, Transact>()

function createTransact(database: Database): Transact {
  const known = transacts.get(database)
  if (known) return known
  const dialect = new PostgresDialect({ pool: database.pool })
  const driver = dialect.createDriver()
  const executor = database.kysely('public').withoutPlugins().getExecutor()

  const once = <R>(begin: string, work: (tx: Transaction<any>) => Promise<R>): Promise<R> =>
    executor.provideConnection(async (connection) => {
      let over = false
      const guarded: DatabaseConnection = {
        executeQuery(query, options) {
          // Past its end the session belongs to somebody else, or to the owner, whom the fence may not bind.
          if (over) return Promise.reject(new Error('This transaction is over; await all its queries before it returns.'))
          return connection.executeQuery(query, options)
        },
        streamQuery() {
          throw new Error('Read in pages: a transaction does not stream.')
        },
      }
      const tx = new Transaction<any>({ config: { dialect }, dialect, driver, executor: executor.withConnectionProvider(new SingleConnectionProvider(guarded)) })
      try {
        await connection.executeQuery(CompiledQuery.raw(begin))
        const result = await work(tx)
        over = true
        const ended = await connection.executeQuery<{ command?: string }>(CompiledQuery.raw('commit'))
        if (ended.rows[0]?.command === 'ROLLBACK') throw new Error('A statement of this transaction failed and its error was swallowed; nothing was written.')
        return result
      } catch (error) {
        over = true
        await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
        throw error
      }
    })

  const transact: Transact = async (begin, work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(begin, work)
      } catch (error) {
        if (attempt === mostAttempts || !(error instanceof Error && 'code' in error && tryAgain.has(String(error.code)))) throw error
        await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt))
      }
    }
  }
  transacts.set(database, transact)
  return transact
}
