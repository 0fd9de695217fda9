import type { QueryResult, RawBuilder } from 'kysely'
import pg from 'pg'
import type { Database } from '#db/open-database.ts'
import { relayRole } from '#db/roles.ts'
import { inTurn } from '#db/fair-turns.ts'
import { beginAs, sessionTurnsOf } from '#db/transact.ts'
import { currentSpan } from '#trace/span.ts'

/** One transaction of the kernel across tenants, in one round trip. Answers what each statement did; all of them count, or none. */
export type OneTrip = <Row = unknown>(...statements: readonly RawBuilder<any>[]) => Promise<QueryResult<Row>[]>

const mostAttempts = 3
// Serialization failure and deadlock: PostgreSQL asks to run the whole transaction again.
const tryAgain = new Set(['40001', '40P01'])
// Statements sent together are a transaction by themselves, in which `set local` holds to the end and of which an error leaves nothing.
const settings = beginAs(relayRole, 'kernel', '').replace(/^begin; /, '')

/**
 * Begin, role, statement and commit as one message, where `inRelay` takes three round trips: queues spend most of their time on those. Such a message has no
 * parameters, so values stand in it as literals. For statements that do not depend on the answer of another.
 */
export function createOneTrip(database: Database): OneTrip {
  const executor = database.kysely('public').withoutPlugins()
  const textOf = (statement: RawBuilder<unknown>) => {
    const { sql, parameters } = statement.compile(executor)
    return sql.replaceAll(/\$(\d+)/g, (_, place: string) => literalOf(parameters[Number(place) - 1]))
  }
  const turns = sessionTurnsOf(database.pool)
  const ask = (text: string) => inTurn(turns, 'kernel', () => database.pool.query(text) as unknown as Promise<pg.QueryResult[]>)
  return async (...statements) => {
    const text = [settings, ...statements.map(textOf)].join(';\n')
    for (let attempt = 1; ; attempt += 1) {
      try {
        const span = currentSpan()?.child('transaction', { kind: 'client', attributes: { 'db.system.name': 'postgresql' } })
        const results = await (span ? span.around(() => ask(text)) : ask(text))
        return results.slice(-statements.length).map((result) => ({ rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }))
      } catch (error) {
        if (attempt === mostAttempts || !(error instanceof Error && 'code' in error && tryAgain.has(String(error.code)))) throw error
        await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt))
      }
    }
  }
}

/** A value as PostgreSQL reads it in a statement, its type left open as that of a parameter. Throws for what no column of the kernel holds. */
export function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (!Array.isArray(value)) return pg.escapeLiteral(plainText(value))
  const items = value.map((it: unknown) => (it === null || it === undefined ? 'null' : `"${plainText(it).replaceAll(/["\\]/g, '\\$&')}"`))
  return pg.escapeLiteral(`{${items.join(',')}}`)
}

function plainText(value: unknown): string {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value)
  if (value instanceof Date) return value.toISOString()
  // A NUL would end the message in the midst of the statement.
  if (typeof value === 'string' && !value.includes('\0')) return value
  throw new TypeError('This value cannot stand in a statement of the kernel.')
}
