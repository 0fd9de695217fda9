import { getSubdomain } from 'tldts'
import { type Fetching, fetchPage } from '#crawl/fetch-page.ts'
import type { Fetched } from '#crawl/page-outcome.ts'

/**
 * Asks for the first page. People write addresses without knowing whether the site has https or answers without `www.`,
 * so an address that cannot be reached is tried in the other spellings; what the first one said counts when none answers.
 */
export async function fetchFirst(address: string, it: Fetching): Promise<Fetched> {
  let said: Fetched | undefined
  for (const url of spellings(address)) {
    const fetched = await fetchPage(url, it)
    if (fetched.kind !== 'trouble' || fetched.trouble !== 'unreachable') return fetched
    said ??= fetched
  }
  return said!
}

/** An address as written, then with plain http, then with `www.`, where those make sense. */
export function spellings(address: string): string[] {
  const url = new URL(address)
  const found = [url.href]
  if (url.port) return found
  if (url.protocol === 'https:') found.push(`http:${url.href.slice('https:'.length)}`)
  if (getSubdomain(url.href) === '' && url.hostname.includes('.')) found.push(url.href.replace('://', '://www.'))
  return found
}
