import { type WatchRequest, watched } from '@myna/ports/vendor-watch'
import { type BodyInit, fetch as undiciFetch, type RequestInit } from 'undici'
import { checkAddress, createAllowedHosts } from '#checked-address.ts'
import { createGuardedAgent, type Resolve, systemResolve } from '#guarded-agent.ts'

export type GuardedFetch = { fetch: typeof globalThis.fetch; close(): Promise<void> }

/**
 * A `fetch` behind the same guard, for vendors whose address a tenant chooses: it streams, has no limits of its own, and
 * follows no redirect: with `redirect: 'manual'` one is an answer, otherwise an error. Rejects with `WebFault` `bad_address` or `private_address`, by itself or as the `cause` of a `TypeError`. `connections` may be
 * open to one host at once (8); what is asked beyond waits.
 */
export function createGuardedFetch(options: { allowHosts: readonly string[]; resolve?: Resolve; connections?: number; watch?: WatchRequest }): GuardedFetch {
  const allowedHosts = createAllowedHosts(options.allowHosts)
  const agent = createGuardedAgent(allowedHosts, options.resolve ?? systemResolve, options.connections)
  const guarded: typeof globalThis.fetch = (input, init) => watched(options.watch, () => ask(input, init))
  const ask: typeof globalThis.fetch = async (input, init) => {
    // Node's own fetch is another undici with the same interface; a `Request` of its making is taken apart for ours.
    const { url, method, headers, body, signal, redirect } = new Request(input, init)
    checkAddress(url, allowedHosts)
    const answer = await undiciFetch(url, {
      method,
      headers: [...headers],
      body: body as BodyInit | null,
      signal,
      duplex: 'half',
      redirect: redirect === 'manual' ? 'manual' : 'error',
      dispatcher: agent,
    } as RequestInit)
    return answer as unknown as Response
  }
  return { fetch: guarded, close: () => agent.destroy() }
}
