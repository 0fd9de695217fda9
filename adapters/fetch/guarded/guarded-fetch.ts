import { lookup } from 'node:dns/promises'
import { Agent, fetch as undiciFetch } from 'undici'
import { checkAddress, createAllowedHosts } from '#checked-address.ts'
import { guardedConnector } from '#guarded-web.ts'

export type GuardedFetch = { fetch: typeof fetch; close(): Promise<void> }

/** `fetch` behind the same guard as the web, for vendors whose address an organisation chooses. Redirects are refused. Throws `WebFault` for addresses it may not reach. */
export function createGuardedFetch(options: { allowHosts: readonly string[] }): GuardedFetch {
  const allowedHosts = createAllowedHosts(options.allowHosts)
  const dispatcher = new Agent({ connect: guardedConnector(allowedHosts, (host) => lookup(host, { all: true })), allowH2: false })
  const guarded = async (input: string | URL | Request, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input)
    checkAddress(url, allowedHosts)
    return undiciFetch(url, { ...(init as object), redirect: 'error', dispatcher })
  }
  return { fetch: guarded as unknown as typeof fetch, close: () => dispatcher.destroy() }
}
