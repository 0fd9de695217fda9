import type { Agent, AgentConfig } from '@myna/contracts/agents'
import { Fault, newId } from '@myna/kernel'
import { type Selectable, sql, type Transaction, type Updateable } from 'kysely'
import type { AgentTable, Tables, VersionTable } from '#store/tables.ts'

type Row = Selectable<AgentTable>

/** Questions about the agents of one tenant. */
export function createAgentQueries(tx: Transaction<Tables>, tenantId: string) {
  const queries = {
    /** Throws `agents.not_found`. The row is locked when the caller is going to change it. */
    async find(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<Row> {
      const query = tx.selectFrom('agents').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('agents.not_found', { id })
      return row
    },
    /** Newest first, those before the given id. */
    list(filter: { q?: string | undefined; status?: Agent['status'] | undefined }, before: string | undefined, limit: number): Promise<Row[]> {
      let query = tx.selectFrom('agents').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      if (filter.status) query = query.where('status', '=', filter.status)
      if (filter.q) query = query.where('name', 'ilike', `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`)
      return query.execute()
    },
    /** Holds until the transaction ends: meanwhile nobody else of the tenant takes a name. */
    async isNameTaken(name: string, except?: string): Promise<boolean> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`agents.name:${tenantId}`}, 0))`.execute(tx)
      let query = tx.selectFrom('agents').select('id').where(sql<boolean>`lower(name) = lower(${name})`)
      if (except) query = query.where('id', '!=', except)
      return (await query.executeTakeFirst()) !== undefined
    },
    /** Throws `agents.name_taken`. */
    async insert(it: { name: string; baseId: string; status: Agent['status']; draft: AgentConfig; website: string | null; now: Date }): Promise<Row> {
      if (await queries.isNameTaken(it.name)) throw new Fault('agents.name_taken', { name: it.name })
      return tx
        .insertInto('agents')
        .values({
          tenant_id: tenantId,
          id: newId(),
          name: it.name,
          base_id: it.baseId,
          status: it.status,
          draft: JSON.stringify(it.draft),
          draft_revision: 1,
          published_version: null,
          published_revision: null,
          website: it.website,
          created_at: it.now,
          updated_at: it.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    update: (id: string, change: Updateable<AgentTable>): Promise<Row> =>
      tx.updateTable('agents').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('agents').where('id', '=', id).execute()
    },
    async isBaseUsed(baseId: string): Promise<boolean> {
      return (await tx.selectFrom('agents').select('id').where('base_id', '=', baseId).executeTakeFirst()) !== undefined
    },
    /** Makes the draft the next version and points the agent at it. */
    async publish(agent: Row, it: { note: string; by: string; now: Date }): Promise<Row> {
      const number = (agent.published_version ?? 0) + 1
      await tx
        .insertInto('versions')
        .values({
          tenant_id: tenantId,
          id: newId(),
          agent_id: agent.id,
          number,
          config: JSON.stringify(agent.draft),
          note: it.note,
          published_by: it.by,
          published_at: it.now,
        })
        .execute()
      return queries.update(agent.id, { published_version: number, published_revision: agent.draft_revision, status: 'live', updated_at: it.now })
    },
    listVersions(agentId: string, before: number | undefined, limit: number): Promise<Selectable<VersionTable>[]> {
      let query = tx.selectFrom('versions').selectAll().where('agent_id', '=', agentId).orderBy('number', 'desc').limit(limit)
      if (before !== undefined) query = query.where('number', '<', before)
      return query.execute()
    },
    /** Throws `agents.version_not_found`. */
    async findVersion(agentId: string, number: number): Promise<Selectable<VersionTable>> {
      const row = await tx.selectFrom('versions').selectAll().where('agent_id', '=', agentId).where('number', '=', number).executeTakeFirst()
      if (!row) throw new Fault('agents.version_not_found', { agentId, number })
      return row
    },
  }
  return queries
}
