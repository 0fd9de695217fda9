import { topicOf } from '@myna/contracts/workspace-news'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { simulationTopic } from '#simulation/simulation-topic.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createSimulationQueries, presentSimulation } from '#store/simulation-queries.ts'

/** Stops a simulation; calls made so far stay in its report. */
export const cancelSimulation: Handle<'cancelSimulation'> = async ({ agentId, simulationId }, context) => {
  const { db, caller, tenantId, clock, jobs, live } = context
  const { row, calls } = await db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    const queries = createSimulationQueries(tx, tenantId)
    const before = await queries.find(agentId, simulationId, 'to-change')
    if (before.status !== 'running') throw new Fault('agents.simulation_over', { simulationId })
    await context.note(tx, { action: 'cancel-simulation', subject: `simulation:${simulationId}`, detail: { agentId } })
    const cancelled = await queries.update(simulationId, { status: 'cancelled', sentence: `Stopped after ${before.done} calls`, ended_at: clock.now() })
    return { row: cancelled, calls: await queries.calls(simulationId) }
  })
  if (row.job_id) await jobs.cancel(row.job_id)
  live.wake(simulationTopic(simulationId))
  live.wake(topicOf(tenantId, 'simulation'))
  return presentSimulation(row, calls)
}
