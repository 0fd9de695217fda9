import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import type { Category, Item } from '#api/shapes.ts'

export type ItemFilter = { category?: Category; state?: Item['state']; q?: string }

/** A base with its counts. */
export const baseQuery = (baseId: string) => queryOptions({ queryKey: ['base', baseId], queryFn: () => api.knowledge.getBase({ baseId }) })

/** Knowledge of a base, narrowed; 2,000 items at the most. */
export const itemsQuery = (baseId: string, filter: ItemFilter) =>
  queryOptions({ queryKey: ['base', baseId, 'items', filter], queryFn: () => allPages((page) => api.knowledge.listItems({ baseId, ...filter, ...page })) })

/** What contradicts each other and is not settled. */
export const conflictsQuery = (baseId: string) =>
  queryOptions({
    queryKey: ['base', baseId, 'conflicts'],
    queryFn: async () => (await allPages((page) => api.knowledge.listConflicts({ baseId, ...page }))).filter((it) => !it.settled),
  })

/** The websites of a base. */
export const sourcesQuery = (baseId: string) =>
  queryOptions({
    queryKey: ['base', baseId, 'sources'],
    queryFn: () => allPages((page) => api.knowledge.listSources({ baseId, ...page })),
  })

/** Asks anew for all that is shown of a base. */
export function baseChanged(baseId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['base', baseId] })
}
