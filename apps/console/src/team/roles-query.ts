import { queryOptions } from '@tanstack/react-query'
import { api } from '#api/client.ts'

/** Roles, and every scope there is. */
export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: () => api.identity.listRoles({}), staleTime: 60_000 })
