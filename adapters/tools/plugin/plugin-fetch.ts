/** What a plugin asks its parent to fetch; `body` is base64. */
export type FetchWish = { id: number; url: string; method: string; headers: Record<string, string>; body: string | null }
/** What came of it; `body` is base64. */
export type FetchAnswer = { status: number; url: string; headers: [string, string][]; body: string }

const longestSent = 1_000_000
const longestAnswer = 1_000_000
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])
/** Headers that belong to the connection, not to the request. */
const connectionHeaders = /^(?:host|connection|content-length|transfer-encoding|upgrade|te|trailer|keep-alive|expect|proxy-.*|sec-.*)$/i

/**
 * Fetches for a plugin: only from the hosts of its manifest, within limits, through the guarded `fetch`. Rejects with a sentence for the writer of the
 * plugin.
 */
export async function fetchFor(wish: FetchWish, hosts: readonly string[], fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<FetchAnswer> {
  const url = URL.parse(String(wish.url))
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw new Error('fetch takes addresses that begin with https:// or http://.')
  if (!hosts.includes(url.hostname) && !hosts.includes(url.host) && !hosts.includes(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`))
    throw new Error(`The plugin may not fetch from ${url.host}: its plugin.json does not name this host.`)
  if (!methods.has(wish.method)) throw new Error('fetch takes GET, HEAD, POST, PUT, PATCH and DELETE.')
  const body = wish.body === null ? undefined : Buffer.from(String(wish.body), 'base64')
  if (body && body.length > longestSent) throw new Error('The body of a request may have 1 MB.')
  const response = await fetch(url, {
    method: wish.method,
    headers: Object.entries(wish.headers).filter(([name]) => !connectionHeaders.test(name)),
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const text = cause instanceof Error ? cause.message : ''
    throw new Error(/redirect/.test(text) ? `${url.host} redirects, which is not followed.` : `${url.host} could not be reached.`, { cause: error })
  })
  const chunks: Uint8Array[] = []
  let count = 0
  for await (const chunk of response.body ?? []) {
    count += chunk.length
    if (count > longestAnswer) throw new Error(`${url.host} answered more than 1 MB.`)
    chunks.push(chunk)
  }
  return { status: response.status, url: url.href, headers: [...response.headers], body: Buffer.concat(chunks).toString('base64') }
}
