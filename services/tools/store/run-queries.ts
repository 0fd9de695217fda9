import type { Insertable, Transaction, Updateable } from 'kysely'
import type { RunRow } from '#store/present.ts'
import type { RunTable, Tables } from '#store/tables.ts'

/** Questions about the uses of tools of one tenant. */
export function createRunQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Undefined when another run has the same tool and key. */
    insert: (it: Omit<Insertable<RunTable>, 'tenant_id'>): Promise<RunRow | undefined> =>
      tx
        .insertInto('runs')
        .values({ tenant_id: tenantId, ...it })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'tool_name', 'key']).where('key', 'is not', null).doNothing())
        .returningAll()
        .executeTakeFirst(),
    /** The run of a key, locked. */
    findByKey: (toolName: string, key: string): Promise<RunRow> =>
      tx.selectFrom('runs').selectAll().where('tool_name', '=', toolName).where('key', '=', key).forUpdate().executeTakeFirstOrThrow(),
    find: (id: string): Promise<RunRow> => tx.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    update: (id: string, change: Updateable<RunTable>): Promise<RunRow> =>
      tx.updateTable('runs').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    /** Newest first, those before the given id. */
    list(filter: { tool?: string | undefined; conversationId?: string | undefined }, before: string | undefined, limit: number): Promise<RunRow[]> {
      let query = tx.selectFrom('runs').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      if (filter.tool !== undefined) query = query.where('tool_name', '=', filter.tool)
      if (filter.conversationId !== undefined) query = query.where('conversation_id', '=', filter.conversationId)
      return query.execute()
    },
  }
}
