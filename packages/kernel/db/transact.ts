import { CompiledQuery, type DatabaseConnection, PostgresDialect, SingleConnectionProvider, Transaction } from 'kysely'
import type { Pool } from 'pg'
import { createFairTurns, type FairTurns, inTurn } from '#db/fair-turns.ts'
import type { Database } from '#db/open-database.ts'
import { currentSpan } from '#trace/span.ts'
import { statementSpan } from '#trace/trace-statement.ts'

const statementTimeoutMs = 30_000
const mostAttempts = 3
/** Longest wait for a session where the pool does not say. */
const patienceMs = 10_000
// Serialization failure and deadlock: PostgreSQL asks to run the whole transaction again.
const tryAgain = new Set(['40001', '40P01'])

/**
 * Runs `work` between `begin` (a statement that begins a transaction and says how) and commit; again, up to 3 times, when PostgreSQL asks for that. When all
 * sessions are in use they are lent by turns of `whose` transactions wait: a tenant's, or the kernel's.
 */
export type Transact = <R>(begin: string, work: (tx: Transaction<any>) => Promise<R>, whose?: string) => Promise<R>

/**
 * Begin and everything that holds for the transaction, in one round trip. All of it is local to the transaction: nothing stays on a
 * session that a pooler such as PgBouncer lends to somebody else next. `set local` is a fifth cheaper than a select of set_config.
 */
export function beginAs(role: string, schema: string, tenantId: string): string {
  return (
    `begin; set local search_path to ${schema}, public; set local app.tenant_id to '${tenantId}'; ` +
    `set local statement_timeout to ${statementTimeoutMs}; set local role to ${role}`
  )
}

/** Of so many sessions and more, one is kept for news, which waits behind nobody. */
export const leastShared = 4

const turnsOf = new WeakMap<Pool, FairTurns>()

/** The turns at the sessions of a pool. */
export function sessionTurnsOf(pool: Pool): FairTurns {
  const known = turnsOf.get(pool)
  if (known) return known
  const { max, connectionTimeoutMillis } = pool.options
  const atOnce = max < leastShared ? max : max - 1
  const turns = createFairTurns({ atOnce, eachAtOnce: Math.max(1, Math.ceil(atOnce / 2)), patienceMs: connectionTimeoutMillis || patienceMs })
  turnsOf.set(pool, turns)
  return turns
}

const followers = new WeakMap<Transaction<any>, Set<(database: Database) => void>>()

/** Calls `run` once the transaction has committed, and not when it rolls back; the same function counts once. */
export function afterCommit(tx: Transaction<any>, run: (database: Database) => void): void {
  const known = followers.get(tx)
  if (known) known.add(run)
  else followers.set(tx, new Set([run]))
}

const transacts = new WeakMap<Database, Transact>()

/** Transactions of a database; the same function each time for the same database. */
export function transactOf(database: Database): Transact {
  const known = transacts.get(database)
  if (known) return known
  const dialect = new PostgresDialect({ pool: database.pool })
  const driver = dialect.createDriver()
  const turns = sessionTurnsOf(database.pool)
  const executor = database.kysely('public').withoutPlugins().getExecutor()

  const once = async <R>(begin: string, work: (tx: Transaction<any>) => Promise<R>): Promise<R> => {
    let following: ReadonlySet<(database: Database) => void> | undefined
    const done = await executor.provideConnection(async (connection) => {
      let over = false
      const guarded: DatabaseConnection = {
        executeQuery(query, options) {
          // Past its end the session belongs to somebody else, or to the owner, whom the fence may not bind.
          if (over) return Promise.reject(new Error('This transaction is over; await all its queries before it returns.'))
          const span = statementSpan(query)
          return span ? span.around(() => connection.executeQuery(query, options)) : connection.executeQuery(query, options)
        },
        streamQuery() {
          throw new Error('Read in pages: a transaction does not stream.')
        },
      }
      const tx = new Transaction<any>({
        config: { dialect },
        dialect,
        driver,
        executor: executor.withConnectionProvider(new SingleConnectionProvider(guarded)),
      })
      try {
        await connection.executeQuery(CompiledQuery.raw(begin))
        const result = await work(tx)
        over = true
        const ended = await connection.executeQuery<{ command?: string }>(CompiledQuery.raw('commit'))
        if (ended.rows[0]?.command === 'ROLLBACK') throw new Error('A statement of this transaction failed and its error was swallowed; nothing was written.')
        following = followers.get(tx)
        return result
      } catch (error) {
        over = true
        await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
        throw error
      }
    })
    for (const run of following ?? []) run(database)
    return done
  }

  const transact: Transact = async (begin, work, whose = 'kernel') => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const span = currentSpan()?.child('transaction')
        const taken = () => inTurn(turns, whose, () => once(begin, work))
        return await (span ? span.around(taken) : taken())
      } catch (error) {
        if (attempt === mostAttempts || !(error instanceof Error && 'code' in error && tryAgain.has(String(error.code)))) throw error
        await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt))
      }
    }
  }
  transacts.set(database, transact)
  return transact
}
