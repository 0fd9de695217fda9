/** Parameters that say where a visitor came from, not what the page is. */
const tracking =
  /^(utm_.*|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|_hs\w*|hsa_\w+|vero_\w+|mkt_tok|srsltid|ref_src|s_kwcid|pk_\w+|mtm_\w+)$/i
/** Parameters that name the visitor's session. */
const session = /^(phpsessid|jsessionid|aspsessionid\w*|sid|session_?id|cfid|cftoken|zenid|oscsid)$/i
const indexFile = /\/(index|default)\.(html?|php|aspx?|jsp|cfm)$/i

/** An address without fragment, tracking and session parameters, its parameters sorted: what is asked for. Undefined when it is no http(s) address. */
export function cleanUrl(address: string, base?: string): string | undefined {
  const url = URL.parse(address, base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  url.hash = ''
  url.username = ''
  url.password = ''
  url.pathname = url.pathname.replace(/;(jsessionid|phpsessid|sid)=[^/]*/gi, '').replace(/\/{2,}/g, '/')
  const kept = [...url.searchParams]
    .filter(([name]) => !tracking.test(name) && !session.test(name))
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1))
  url.search =
    kept.length === 0 ? '' : url.searchParams.size === kept.length && sameOrder(kept, url.searchParams) ? url.search : new URLSearchParams(kept).toString()
  return url.href
}

/**
 * One key for all spellings of a page's address: scheme, `www.`, port of the scheme, final slash, index file and case of
 * percent-encoding do not count. Two addresses with the same key are the same page.
 */
export function urlKey(address: string): string {
  const clean = cleanUrl(address)
  if (clean === undefined) return address
  const url = new URL(clean)
  const path = url.pathname
    .replace(/%[0-9a-f]{2}/gi, decodedIfPlain)
    .replace(indexFile, '/')
    .replace(/\/+$/, '')
  return siteKey(url) + path + url.search
}

/** One key for a website: host without `www.` and final dot, and the port unless it is the one of the scheme. */
export function siteKey(url: Pick<URL, 'hostname' | 'port'>): string {
  const host = url.hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\.(?=.*\.)/, '')
  return url.port && url.port !== '80' && url.port !== '443' ? `${host}:${url.port}` : host
}

/** RFC 3986 § 6.2.2: an escape of an unreserved character is the character, and hex digits are upper case. */
function decodedIfPlain(escape: string): string {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
  return /[A-Za-z0-9\-._~]/.test(character) ? character : escape.toUpperCase()
}

function sameOrder(kept: readonly (readonly [string, string])[], all: URLSearchParams): boolean {
  return [...all].every(([name, value], at) => kept[at]?.[0] === name && kept[at]?.[1] === value)
}
