import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'

/** Language models in the order they are asked; their health changes by itself while agents talk. */
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => allPages((page) => api.brain.listProviders(page)),
})

/** What models and the built-in engine did in the last 30 days. */
export const usageQuery = queryOptions({
  queryKey: ['usage'],
  queryFn: async () => (await api.brain.getUsage({ days: 30 })).days,
})

/** Asks anew for models and for what they did. */
export async function providersChanged(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['providers'] }), queryClient.invalidateQueries({ queryKey: ['usage'] })])
}
