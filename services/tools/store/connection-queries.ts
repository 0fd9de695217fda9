import { Fault } from '@myna/kernel'
import { type Insertable, sql, type Transaction, type Updateable } from 'kysely'
import type { ConnectionRow } from '#store/present.ts'
import type { ConnectionTable, Tables } from '#store/tables.ts'

type Counted = ConnectionRow & { tool_count: number }
const toolCount = sql<number>`(select count(*)::int from tools t where t.connection_id = connections.id and not t.missing)`.as('tool_count')

/** Questions about the plugins and servers of one tenant. */
export function createConnectionQueries(tx: Transaction<Tables>, tenantId: string) {
  const queries = {
    /** Throws `tools.connection_not_found`. The row is locked when the caller is going to change it. */
    async find(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<Counted> {
      const query = tx.selectFrom('connections').selectAll().select(toolCount).where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('tools.connection_not_found', { connectionId: id })
      return row
    },
    /** The first connected first, those after the given id. */
    list(after: string | undefined, limit: number): Promise<Counted[]> {
      let query = tx.selectFrom('connections').selectAll().select(toolCount).orderBy('id').limit(limit)
      if (after !== undefined) query = query.where('id', '>', after)
      return query.execute()
    },
    async isTaken(it: { url: string | null; plugin: string | null }): Promise<boolean> {
      const query = tx.selectFrom('connections').select('id')
      const found = it.url === null ? query.where('plugin', '=', it.plugin) : query.where('url', '=', it.url)
      return (await found.executeTakeFirst()) !== undefined
    },
    async takenSlugs(): Promise<Set<string>> {
      return new Set((await tx.selectFrom('connections').select('slug').execute()).map((it) => it.slug))
    },
    insert: (it: Omit<Insertable<ConnectionTable>, 'tenant_id'>): Promise<ConnectionRow> =>
      tx
        .insertInto('connections')
        .values({ tenant_id: tenantId, ...it })
        .returningAll()
        .executeTakeFirstOrThrow(),
    async update(id: string, change: Updateable<ConnectionTable>): Promise<void> {
      await tx.updateTable('connections').set(change).where('id', '=', id).execute()
    },
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('connections').where('id', '=', id).execute()
    },
  }
  return queries
}
