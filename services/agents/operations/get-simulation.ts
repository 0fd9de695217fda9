import type { Context, Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createSimulationQueries, presentSimulation } from '#store/simulation-queries.ts'

/** Reads the report of a simulation, with transcripts. */
export const getSimulation: Handle<'getSimulation'> = ({ agentId, simulationId }, context) => readSimulation(agentId, simulationId, context)

/** A simulation with the calls made so far. Throws `agents.not_found` and `agents.simulation_not_found`. */
export const readSimulation = (agentId: string, simulationId: string, { db, caller, tenantId }: Context) =>
  db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    const queries = createSimulationQueries(tx, tenantId)
    return presentSimulation(await queries.find(agentId, simulationId), await queries.calls(simulationId))
  })
