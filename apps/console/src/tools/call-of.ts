import { queryOptions } from '@tanstack/react-query'
import { api } from '#api/client.ts'

/** The call that is a conversation of an agent, among its newest 200; null when it is none, as for a conversation by text over the API. */
export const callOfQuery = (conversationId: string | null, agentId: string | null) =>
  queryOptions({
    queryKey: ['call-of', conversationId],
    queryFn: async () => {
      const { items } = await api.calls.listCalls({ limit: 200, ...(agentId && { agentId }) })
      return items.find((it) => it.conversationId === conversationId) ?? null
    },
    enabled: conversationId !== null,
  })
