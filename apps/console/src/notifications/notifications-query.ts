import { queryOptions } from '@tanstack/react-query'
import { api } from '#api/client.ts'

/** What the person is told, newest first, and how much of it is new. */
export const notificationsQuery = queryOptions({ queryKey: ['notifications'], queryFn: () => api.workspace.listNotifications({ limit: 50 }) })
