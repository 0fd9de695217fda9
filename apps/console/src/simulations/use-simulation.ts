import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#api/connection.ts'
import { simulationQuery } from './simulation-queries.ts'

/** A run as it goes on, asked anew at every word of simulations; `broken`: it goes on, but the server does not answer. */
export function useSimulation(agentId: string, simulationId: string) {
  const query = useQuery({ ...simulationQuery(agentId, simulationId), staleTime: 0 })
  const { reachable } = useConnection()
  return { query, broken: !reachable && query.data?.status === 'running' }
}
