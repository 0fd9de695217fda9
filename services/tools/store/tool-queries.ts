import type { Tool } from '@myna/contracts/tools'
import { Fault } from '@myna/kernel'
import { type Insertable, sql, type Transaction, type Updateable } from 'kysely'
import type { ToolRow } from '#store/present.ts'
import type { Tables, ToolTable } from '#store/tables.ts'

/** Questions about the tools of one tenant that have rows; built-in ones have none. */
export function createToolQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `tools.not_found`. The row is locked when the caller is going to change it. */
    async find(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<ToolRow> {
      const query = tx.selectFrom('tools').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('tools.not_found', { toolId: id })
      return row
    },
    /** Throws `tools.not_found`. */
    async findByName(name: string): Promise<ToolRow> {
      const row = await tx.selectFrom('tools').selectAll().where('name', '=', name).executeTakeFirst()
      if (!row) throw new Fault('tools.not_found', { name })
      return row
    },
    /** By name, letter for letter, those after the given one. */
    list(filter: { kind?: Tool['kind'] | undefined; q?: string | undefined }, after: string | undefined, limit: number): Promise<ToolRow[]> {
      let query = tx.selectFrom('tools').selectAll().orderBy(sql`name collate "C"`).limit(limit)
      if (after !== undefined) query = query.where(sql<boolean>`name collate "C" > ${after}`)
      if (filter.kind === 'errand') return Promise.resolve([])
      if (filter.kind) query = query.where('kind', '=', filter.kind)
      if (filter.q) {
        const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
        query = query.where((it) => it.or([it('name', 'ilike', like), it('title', 'ilike', like), it('description', 'ilike', like)]))
      }
      return query.execute()
    },
    listOfConnection: (connectionId: string): Promise<ToolRow[]> =>
      tx.selectFrom('tools').selectAll().where('connection_id', '=', connectionId).orderBy('id').execute(),
    /** All names that are taken. Holds until the transaction ends: meanwhile nobody else of the tenant takes one. */
    async takenNames(): Promise<Set<string>> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`tools.name:${tenantId}`}, 0))`.execute(tx)
      return new Set((await tx.selectFrom('tools').select('name').execute()).map((it) => it.name))
    },
    insert: (it: Omit<Insertable<ToolTable>, 'tenant_id'>): Promise<ToolRow> =>
      tx
        .insertInto('tools')
        .values({ tenant_id: tenantId, ...it })
        .returningAll()
        .executeTakeFirstOrThrow(),
    update: (id: string, change: Updateable<ToolTable>): Promise<ToolRow> =>
      tx.updateTable('tools').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('tools').where('id', '=', id).execute()
    },
  }
}
