import type { IncomingHttpHeaders } from 'node:http'

/** What of a request an application sees: how it is to be answered, and what callers say to applications by `x-app-…`. Nothing that lets it act as the caller. */
const passedIn = new Set([
  'accept',
  'accept-language',
  'content-type',
  'content-language',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'idempotency-key',
  'last-event-id',
  'range',
  'user-agent',
])

/** What of an answer leaves Myna. No cookies, and nothing that speaks for Myna's own address, such as policies. */
const passedOut = new Set(['accept-ranges', 'content-disposition', 'content-language', 'content-range', 'content-type', 'etag', 'last-modified', 'retry-after'])

/** A browser would run these if some page of ours named them. */
const scripts = /^\s*(?:application|text)\/(?:x-)?(?:java|ecma|live|j)script/i

/** The headers an application is sent, besides those that say who asks. */
export function headersForApp(headers: IncomingHttpHeaders): Record<string, string> {
  const passed: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && (passedIn.has(name) || name.startsWith('x-app-'))) passed[name] = Array.isArray(value) ? value.join(', ') : value
  // What comes back is passed on as it is.
  return { ...passed, 'accept-encoding': 'identity' }
}

/** The headers of an application's answer as they leave Myna. Pages among them run no script and belong to no site. */
export function headersOfAnswer(headers: Headers): Record<string, string> {
  const passed: Record<string, string> = {}
  for (const [name, value] of headers) if (passedOut.has(name) || name.startsWith('x-app-')) passed[name] = value
  if (scripts.test(passed['content-type'] ?? '')) passed['content-type'] = 'text/plain; charset=utf-8'
  const length = headers.get('content-length')
  // Of a coded body the length is another one, for it is decoded on the way.
  if (length !== null && headers.get('content-encoding') === null) passed['content-length'] = length
  return {
    ...passed,
    'cache-control': privately(headers.get('cache-control')),
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
}

/** An answer is for who asked: a browser may keep it when the application says for how long, nobody in between. */
function privately(cacheControl: string | null): string {
  const age = /(?:^|[,\s])max-age=(\d{1,9})/i.exec(cacheControl ?? '')?.[1]
  return age !== undefined && !/no-store|no-cache/i.test(cacheControl!) ? `private, max-age=${age}` : 'no-store'
}
