import type { SimulatedCall, Simulation } from '@myna/contracts/agents-simulation'
import { Fault, newId } from '@myna/kernel'
import type { Insertable, Selectable, Transaction, Updateable } from 'kysely'
import type { SimulationTable, Tables } from '#store/tables.ts'

export type SimulationRow = Selectable<SimulationTable>

/** A simulation's row as its contract shows it, with the calls made so far. */
export const presentSimulation = (row: SimulationRow, calls: readonly SimulatedCall[]): Simulation => ({
  id: row.id,
  agentId: row.agent_id,
  draftRevision: row.draft_revision,
  status: row.status,
  times: row.times,
  done: row.done,
  of: row.scenarios.length * row.times,
  passedCount: row.passed_count,
  calls: [...calls],
  sentence: row.sentence,
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
})

/** Questions about simulations. */
export function createSimulationQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `agents.simulation_running`. */
    async insert(it: Omit<Insertable<SimulationTable>, 'tenant_id'>): Promise<SimulationRow> {
      const row = await tx
        .insertInto('simulations')
        .values({ tenant_id: tenantId, ...it })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new Fault('agents.simulation_running', { agentId: it.agent_id })
      return row
    },
    /** Throws `agents.simulation_not_found`. */
    async find(agentId: string, id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<SimulationRow> {
      const query = tx.selectFrom('simulations').selectAll().where('agent_id', '=', agentId).where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('agents.simulation_not_found', { agentId, id })
      return row
    },
    /** Newest first, before a given one. */
    list: (agentId: string, before: string | undefined, limit: number): Promise<SimulationRow[]> =>
      tx
        .selectFrom('simulations')
        .selectAll()
        .where('agent_id', '=', agentId)
        .$if(before !== undefined, (query) => query.where('id', '<', before!))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    update: (id: string, change: Updateable<SimulationTable>): Promise<SimulationRow> =>
      tx.updateTable('simulations').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    async addCall(simulationId: string, sequence: number, call: SimulatedCall): Promise<void> {
      await tx
        .insertInto('simulated_calls')
        .values({ tenant_id: tenantId, id: newId(), simulation_id: simulationId, sequence, passed: call.passed, call: JSON.stringify(call) })
        .execute()
    },
    async calls(simulationId: string): Promise<SimulatedCall[]> {
      const rows = await tx.selectFrom('simulated_calls').select('call').where('simulation_id', '=', simulationId).orderBy('sequence').execute()
      return rows.map((row) => row.call)
    },
    /** Whether all simulated callers passed on exactly this draft, and none was added or changed since. */
    async hasPassed(agentId: string, draftRevision: number): Promise<boolean> {
      const passed = await tx
        .selectFrom('simulations')
        .select(['started_at', 'scenarios'])
        .where('agent_id', '=', agentId)
        .where('draft_revision', '=', draftRevision)
        .where('status', '=', 'passed')
        .where('whole', '=', true)
        .orderBy('id', 'desc')
        .executeTakeFirst()
      if (!passed) return false
      const now = await tx.selectFrom('scenarios').select(['id', 'updated_at']).where('agent_id', '=', agentId).execute()
      const ran = new Set(passed.scenarios.map((it) => it.id))
      return now.every((it) => ran.has(it.id) && it.updated_at <= passed.started_at)
    },
  }
}
