import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'

export const appQuery = (appId: string) => queryOptions({ queryKey: ['app', appId], queryFn: () => api.apps.getApp({ appId }) })

export const versionsQuery = (appId: string) =>
  queryOptions({
    queryKey: ['app', appId, 'versions'],
    queryFn: () => allPages((page) => api.apps.listVersions({ appId, ...page })),
  })

export const configurationQuery = (appId: string) =>
  queryOptions({ queryKey: ['app', appId, 'configuration'], queryFn: () => api.apps.getConfiguration({ appId }) })

/** Asks again for everything about applications. */
export async function appsChanged(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['apps'] }), queryClient.invalidateQueries({ queryKey: ['app'] })])
}
