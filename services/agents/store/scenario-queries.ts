import type { Scenario } from '@myna/contracts/agents-simulation'
import { Fault, newId } from '@myna/kernel'
import type { Selectable, Transaction } from 'kysely'
import type { ScenarioBody } from '#simulation/suggest-scenarios.ts'
import type { ScenarioTable, Tables } from '#store/tables.ts'

type Row = Selectable<ScenarioTable>

/** A scenario's row as its contract shows it. */
export const presentScenario = (row: Row): Scenario => ({
  id: row.id,
  agentId: row.agent_id,
  ...row.body,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

/** Questions about the simulated callers of agents. */
export function createScenarioQueries(tx: Transaction<Tables>, tenantId: string) {
  const queries = {
    /** Oldest first, after a given one. */
    list: (agentId: string, after: string | undefined, limit: number): Promise<Row[]> =>
      tx
        .selectFrom('scenarios')
        .selectAll()
        .where('agent_id', '=', agentId)
        .$if(after !== undefined, (query) => query.where('id', '>', after!))
        .orderBy('id')
        .limit(limit)
        .execute(),
    /** Throws `agents.scenario_not_found`. */
    async find(agentId: string, id: string): Promise<Row> {
      const row = await tx.selectFrom('scenarios').selectAll().where('agent_id', '=', agentId).where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('agents.scenario_not_found', { agentId, id })
      return row
    },
    /** Undefined when the agent has one of this name already. */
    insertIfNew: (agentId: string, body: ScenarioBody, now: Date): Promise<Row | undefined> =>
      tx
        .insertInto('scenarios')
        .values({ tenant_id: tenantId, id: newId(), agent_id: agentId, name: body.name, body: JSON.stringify(body), created_at: now, updated_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst(),
    /** Throws `agents.scenario_taken`. */
    async insert(agentId: string, body: ScenarioBody, now: Date): Promise<Row> {
      const row = await queries.insertIfNew(agentId, body, now)
      if (!row) throw new Fault('agents.scenario_taken', { name: body.name })
      return row
    },
    /** Throws `agents.scenario_taken`. */
    async update(row: Row, body: ScenarioBody, now: Date): Promise<Row> {
      const other = await tx
        .selectFrom('scenarios')
        .select('id')
        .where('agent_id', '=', row.agent_id)
        .where((where) => where(where.fn<string>('lower', ['name']), '=', body.name.toLowerCase()))
        .where('id', '!=', row.id)
        .executeTakeFirst()
      if (other) throw new Fault('agents.scenario_taken', { name: body.name })
      return tx
        .updateTable('scenarios')
        .set({ name: body.name, body: JSON.stringify(body), updated_at: now })
        .where('id', '=', row.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('scenarios').where('id', '=', id).execute()
    },
  }
  return queries
}
