import { createClient } from '@myna/sdk'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFault } from '@myna/sdk'
import { connection } from './connection.ts'
import { isUnreachable } from './fault-words.ts'
import { session } from './session.ts'

/** Everything Myna can be asked. A request that meets an expired session waits for the person to sign in again, then goes on. */
export const api = createClient({ baseUrl: '/api/v1', fetch: fetchWithSession })

/** How long a question waits for the beginning of its answer; an act takes the time that it takes. */
const patienceMs = 60_000

async function fetchWithSession(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await patiently(input, init)
  connection.heard()
  const mayWait =
    response.status === 401 &&
    session.signedIn() &&
    (await saysExpired(response)) &&
    !new URL(input instanceof Request ? input.url : input, location.href).pathname.includes('/identity/sign-')
  if (!mayWait) return response
  return (await session.renewed()) ? patiently(input, init) : response
}

async function patiently(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  if (init?.method !== 'GET') return fetch(input, init)
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(new Error('no answer began in time')), patienceMs)
  try {
    return await fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, patience.signal]) : patience.signal })
  } finally {
    clearTimeout(timer)
  }
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
  if (isUnreachable(error)) connection.lost()
}

/** Whether Myna is there to be asked; its address for that is one that a browser keeps nothing of. */
export async function isThere(): Promise<boolean> {
  const answer = await fetch('/ready', { cache: 'no-store' }).catch(() => undefined)
  const there = answer !== undefined && answer.status < 500
  if (there) connection.heard()
  else connection.lost()
  return there
}
