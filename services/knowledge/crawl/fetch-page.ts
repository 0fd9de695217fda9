import { setTimeout as sleep } from 'node:timers/promises'
import { type Web, WebFault, type WebResponse } from '@myna/ports/web'
import { decodeBody } from '#crawl/decode-body.ts'
import { createHopCookies } from '#crawl/hop-cookies.ts'
import type { Pace } from '#crawl/pace.ts'
import type { Fetched, PageTrouble } from '#crawl/page-outcome.ts'
import { pageTypeOf, textAsHtml } from '#crawl/page-type.ts'
import type { RobotsRules } from '#crawl/robots.ts'

/** Reads a PDF file: its text as HTML, or a sentence that says why there is none. */
export type ReadPdf = (body: Uint8Array, name: string, signal: AbortSignal) => Promise<{ html: string } | { reason: string }>

/** What asking for pages needs. */
export type Fetching = {
  web: Web
  pace: Pace
  rulesOf(url: string): Promise<RobotsRules>
  /** Whether a redirect may lead here. */
  isInside(url: string): boolean
  /** `if-none-match` and the like for a page read before. */
  conditions(url: string): Record<string, string>
  /** The text of a PDF file as HTML, or why there is none; absent where nobody reads PDF files. */
  readPdf: ReadPdf | undefined
  signal: AbortSignal
}

const maxHops = 5
const maxPageBytes = 5 * 1024 * 1024
const pageTimeoutMs = 15_000
const longestRetryMs = 3_000
const accept = 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1'

/** Asks for a page and follows up to five redirects, each checked anew by robots rules and the guard of the web. Throws only when cancelled. */
export async function fetchPage(address: string, it: Fetching): Promise<Fetched> {
  const cookies = createHopCookies()
  const seen = new Set<string>()
  let url = address
  for (let hop = 0; hop <= maxHops; hop++) {
    if (seen.has(`${url} ${cookies.header()}`)) return trouble(url, 'redirects', 'The page redirects in a circle.')
    seen.add(`${url} ${cookies.header()}`)
    if (hop > 0 && !it.isInside(url)) return trouble(url, 'elsewhere', `It leads to another website (${new URL(url).hostname}).`)
    try {
      if (!(await it.rulesOf(url)).allows(url)) return trouble(url, 'disallowed', 'The website asks robots not to read this page (robots.txt).')
      const answer = await askedTwice(url, cookies.header(), it)
      cookies.take(answer.headers['set-cookie'])
      const next = redirectOf(answer, url)
      if (next === undefined) return await readAnswer(answer, url, it)
      if (next === null) return trouble(url, 'redirects', 'The page redirects to an address that cannot be read.')
      url = next
    } catch (error) {
      if (!(error instanceof WebFault) || error.trouble === 'cancelled') throw error
      return webTrouble(url, error, hop)
    }
  }
  return trouble(url, 'redirects', `The page redirects more than ${maxHops} times.`)
}

/** A failing or overloaded server gets one more chance after a pause; one that kept us waiting does not. */
async function askedTwice(url: string, cookie: string, it: Fetching): Promise<WebResponse> {
  const ask = async () => {
    await it.pace.turn(url, it.signal)
    return it.web.request({
      url,
      headers: { accept, ...(cookie ? { cookie } : {}), ...it.conditions(url) },
      maxBytes: maxPageBytes,
      timeoutMs: pageTimeoutMs,
      signal: it.signal,
    })
  }
  let pauseMs = 400
  try {
    const answer = await ask()
    if (answer.status < 500 && answer.status !== 429) return answer
    const asked = Number(answer.headers['retry-after']) * 1000
    if (asked > longestRetryMs) return answer
    if (asked > 0) pauseMs = asked
  } catch (error) {
    if (!(error instanceof WebFault) || error.trouble !== 'unreachable') throw error
  }
  await sleep(pauseMs, undefined, { signal: it.signal })
  return ask()
}

/** Where an answer sends us: an address, null for one that is none, undefined when the answer is the page. */
function redirectOf({ status, headers, body }: WebResponse, url: string): string | null | undefined {
  const isRedirect = status >= 300 && status < 400 && status !== 304
  const target = isRedirect ? headers.location : body.length < 4_000 && status === 200 ? metaRefresh(body) : undefined
  if (target === undefined) return isRedirect ? null : undefined
  const next = URL.parse(target, url)
  if (!next || (next.protocol !== 'http:' && next.protocol !== 'https:')) return null
  next.hash = ''
  return next.href
}

/** The target of `<meta http-equiv="refresh" content="0; url=…">` on a page too small to be one. */
function metaRefresh(body: Uint8Array): string | undefined {
  const tag = /<meta[^>]+http-equiv\s*=\s*["']?refresh["'\s>][^>]*>?/i.exec(
    Buffer.from(body)
      .toString('latin1')
      .replace(/<!--[^]*?-->|<noscript[^]*?<\/noscript>/gi, ''),
  )?.[0]
  return tag && /content\s*=\s*["']?\s*[0-5]\s*[;,]\s*url\s*=\s*['"]?([^"'>\s]+)/i.exec(tag)?.[1]
}

async function readAnswer({ status, headers, body }: WebResponse, url: string, it: Fetching): Promise<Fetched> {
  if (status === 304) return { kind: 'unchanged', url }
  if (status === 404 || status === 410) return trouble(url, 'not_found', `The page is not there (${status}).`)
  if (status >= 500) return trouble(url, 'unreachable', `The server failed (${status}).`)
  if (status === 401 || status === 407) return trouble(url, 'refused', `The page asks for a sign-in (${status}).`)
  if (status === 429) return trouble(url, 'refused', 'The server says we ask too often (429).')
  if (status >= 400) return trouble(url, 'refused', `The server refused to show the page (${status}).`)
  const contentType = headers['content-type'] ?? ''
  const type = body.length === 0 ? 'html' : pageTypeOf(contentType, body)
  const pdf = type === 'pdf' ? await it.readPdf?.(body, nameOf(url), it.signal) : undefined
  if (pdf && 'reason' in pdf) return trouble(url, 'not_text', pdf.reason)
  if (type === 'pdf' && !pdf) return trouble(url, 'not_text', 'PDF files are not read here.')
  if (type === 'other') return trouble(url, 'not_text', `This is not a web page but a file${contentType ? ` (${contentType.split(';')[0]})` : ''}.`)
  const text = pdf?.html ?? decodeBody(body, contentType)
  return {
    kind: 'page',
    url,
    html: type === 'text' ? textAsHtml(text, url) : text,
    bytes: body.length,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    robotsTag: headers['x-robots-tag'] ?? '',
  }
}

/** The name of a file without its ending, for people. */
const nameOf = (url: string) =>
  decodeName(new URL(url).pathname.split('/').at(-1) ?? '')
    .replace(/\.pdf$/i, '')
    .replace(/[-_+]+/g, ' ')

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function webTrouble(url: string, error: WebFault, hop: number): Fetched {
  switch (error.trouble) {
    case 'private_address':
      return trouble(url, 'private', 'It leads into a private network.')
    case 'bad_address':
      return trouble(url, hop > 0 ? 'redirects' : 'unreachable', 'It leads to an address that cannot be read.')
    case 'too_large':
      return trouble(url, 'too_large', `The page is larger than ${maxPageBytes / 1024 / 1024} MB.`)
    case 'timeout':
      return trouble(url, 'unreachable', 'The server took too long to answer.')
    case 'protocol':
      return trouble(url, 'unreachable', 'The server answered with something that is not HTTP.')
    default:
      return trouble(url, 'unreachable', 'The server could not be reached.')
  }
}

function trouble(url: string, kind: PageTrouble, reason: string): Fetched {
  return { kind: 'trouble', url, trouble: kind, reason }
}
