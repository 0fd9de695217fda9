import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'

/** The simulated callers of an agent. */
export const scenariosQuery = (agentId: string) =>
  queryOptions({ queryKey: ['scenarios', agentId], queryFn: () => allPages((page) => api.agents.listScenarios({ agentId, ...page })) })

/** The newest 50 runs, without their calls. */
export const simulationsQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['simulations', agentId],
    queryFn: async () => (await api.agents.listSimulations({ agentId, limit: 50 })).items,
  })

/** One run with its calls. */
export const simulationQuery = (agentId: string, simulationId: string) =>
  queryOptions({ queryKey: ['simulation', simulationId], queryFn: () => api.agents.getSimulation({ agentId, simulationId }) })

/** Asks anew for the callers of an agent. */
export function scenariosChanged(agentId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['scenarios', agentId] })
}
