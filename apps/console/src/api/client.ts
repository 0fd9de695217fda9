import { createClient } from '@myna/sdk'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFault } from '@myna/sdk'
import { connection } from './connection.ts'
import { session } from './session.ts'

/** Everything Myna can be asked. A request that meets an expired session waits for the person to sign in again, then goes on. */
export const api = createClient({ baseUrl: '/api/v1', fetch: fetchWithSession })

async function fetchWithSession(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  connection.heard()
  const mayWait =
    response.status === 401 &&
    session.signedIn() &&
    (await saysExpired(response)) &&
    !new URL(input instanceof Request ? input.url : input, location.href).pathname.includes('/identity/sign-')
  if (!mayWait) return response
  return (await session.renewed()) ? fetch(input, init) : response
}

/** Whether it is the session that was refused; a wrong password or code is answered by 401 too. */
async function saysExpired(response: Response): Promise<boolean> {
  const body = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { code?: string } | undefined
  return body?.code === 'request.unauthenticated'
}

/** What the console remembers of the server's answers. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteUnreachable }),
  mutationCache: new MutationCache({ onError: noteUnreachable }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && error instanceof ApiFault && error.status >= 500,
      // Offline is shown by our own strip; waiting queries would only hide it.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

function noteUnreachable(error: unknown): void {
  if (error instanceof ApiFault && error.code === 'server.unavailable' && !error.traceId) connection.lost()
}
