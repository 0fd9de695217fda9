import { useQuery } from '@tanstack/react-query'
import { api } from '#api/client.ts'
import { useConnection } from '#api/connection.ts'

/** How services do, asked anew at every word of them; `live` is false while the server does not answer. */
export function useServices(enabled: boolean) {
  const query = useQuery({ queryKey: ['services'], queryFn: () => api.gateway.listServices({}), enabled })
  const { reachable } = useConnection()
  return { query, live: reachable && !query.error }
}
