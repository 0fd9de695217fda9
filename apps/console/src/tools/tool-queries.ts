import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import type { Errand, Tool } from '#api/shapes.ts'

export type ErrandFilter = { kind?: Errand['kind']; state?: Errand['state'] }

/** What callers asked for, newest first, page by page. */
export const errandsQuery = (filter: ErrandFilter) =>
  infiniteQueryOptions({
    queryKey: ['errands', filter],
    queryFn: ({ pageParam }) => api.tools.listErrands({ ...filter, limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** One errand. */
export const errandQuery = (errandId: string) => queryOptions({ queryKey: ['errands', errandId], queryFn: () => api.tools.getErrand({ errandId }) })

/** Tools by name, of a kind or by words. */
export const toolsQuery = (filter: { kind?: Tool['kind']; q?: string } = {}) =>
  queryOptions({ queryKey: ['tools', filter], queryFn: () => allPages((page) => api.tools.listTools({ ...filter, ...page })) })

/** Plugins in use and MCP servers. */
export const connectionsQuery = queryOptions({ queryKey: ['tools', 'connections'], queryFn: () => allPages((page) => api.tools.listConnections(page)) })

/** Plugins in the folder of the operator. */
export const pluginsQuery = queryOptions({ queryKey: ['tools', 'plugins'], queryFn: async () => (await api.tools.listPlugins({})).items })

/** Uses of tools, newest first, page by page. */
export const runsQuery = (tool: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['runs', tool],
    queryFn: ({ pageParam }) => api.tools.listRuns({ ...(tool && { tool }), limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** Asks anew for tools and where they come from. */
export function toolsChanged(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['tools'] })
}
