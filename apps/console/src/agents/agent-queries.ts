import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api } from '#api/client.ts'
import type { Agent } from '#api/shapes.ts'

export type AgentFilter = { q?: string; status?: Agent['status'] }

/** Agents, by words and status. */
export const agentsQuery = (filter: AgentFilter = {}) =>
  queryOptions({
    queryKey: ['agents', filter],
    queryFn: () => allPages((page) => api.agents.listAgents({ ...filter, ...page }), 10_000),
  })

/** One agent. */
export const agentQuery = (agentId: string) => queryOptions({ queryKey: ['agent', agentId], queryFn: () => api.agents.getAgent({ agentId }) })

/** The newest creation of an agent; null for one made by hand. */
export const creationQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['creation', agentId],
    queryFn: async () => (await api.agents.listCreations({ agentId, limit: 1 })).items[0] ?? null,
  })
