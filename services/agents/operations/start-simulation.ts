import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createScenarioQueries, presentScenario } from '#store/scenario-queries.ts'
import { createSimulationQueries, presentSimulation } from '#store/simulation-queries.ts'

const mostScenarios = 200

/** Starts running simulated callers against the draft as it is now; the calls themselves are the job `runSimulation`. */
export const startSimulation: Handle<'startSimulation'> = async ({ agentId, scenarioIds, times }, context) => {
  const { db, caller, tenantId, clock } = context
  return db.inTenant(caller, async (tx) => {
    const agent = await createAgentQueries(tx, tenantId).find(agentId)
    const all = (await createScenarioQueries(tx, tenantId).list(agentId, undefined, mostScenarios)).map(presentScenario)
    if (all.length === 0) throw new Fault('agents.no_scenarios', { agentId })
    const wanted = scenarioIds === undefined ? all : all.filter((it) => scenarioIds.includes(it.id))
    const unknown = scenarioIds?.find((id) => !all.some((it) => it.id === id))
    if (unknown !== undefined) throw new Fault('agents.scenario_not_found', { id: unknown })
    const id = newId()
    const row = await createSimulationQueries(tx, tenantId).insert({
      id,
      agent_id: agentId,
      job_id: await context.jobs.send(tx, 'runSimulation', { agentId, simulationId: id }),
      config: JSON.stringify(agent.draft),
      draft_revision: agent.draft_revision,
      scenarios: JSON.stringify(wanted),
      whole: wanted.length === all.length,
      status: 'running',
      times,
      sentence: `Calling ${wanted.length * times} times`,
      started_at: clock.now(),
      ended_at: null,
    })
    await context.note(tx, { action: 'start-simulation', subject: `simulation:${id}`, detail: { agentId, scenarios: wanted.length, times } })
    return presentSimulation(row, [])
  })
}
