import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './client.ts'
import { session } from './session.ts'

/** Who is signed in, where, and what they may. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await api.identity.getMe({})
    session.begin()
    return me
  },
  staleTime: 60_000,
})

/** The person signed in; only below the shell, which waits for it. */
export function useMe() {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('The shell shows its pages only once it knows who is signed in.')
  return data
}

/** Whether the person holds a scope such as `agents:write`. */
export function useMay(scope: string): boolean {
  const { data } = useQuery(meQuery)
  return mayOf(data?.scopes ?? [])(scope)
}

/** The same for scopes at hand. */
export function mayOf(scopes: readonly string[]): (scope: string) => boolean {
  return (scope) => scopes.includes('*') || scopes.includes(scope) || scopes.includes(`${scope.split(':')[0]}:*`)
}
