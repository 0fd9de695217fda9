const fileEndings =
  /\.(jpe?g|png|gif|webp|svg|avif|ico|bmp|tiff?|css|js|mjs|json|xml|rss|atom|woff2?|ttf|eot|mp[34]|m4[av]|webm|og[gv]|wav|avi|mov|wmv|zip|rar|7z|gz|tgz|tar|exe|dmg|apk|iso|docx?|xlsx?|pptx?|odt|ods|csv|ics|vcf|swf|psd|ai|eps|dwg|step|stl)$/i
const machinery =
  /\/(wp-admin|wp-json|wp-content|wp-includes|cdn-cgi|cgi-bin|xmlrpc\.php|wp-login\.php|feed|amp|trackback|oembed|cart|basket|checkout|logout|signout|log-out|sign-out|component\/mailto)(\/|$)/i
/** Parameters that sort, filter or page through what other addresses show already, or act. */
const facets =
  /^(sort(_?by)?|order(_?by)?|dir|direction|filter.*|facet.*|view|mode|display|per_?page|limit|min_?price|max_?price|price|colou?r|size|brand|rating|replytocom|share|print|format|action|add[-_]to[-_].*|add|remove|redirect.*|return(_?to|url)?|next|prev|callback|token|nonce|compare|wishlist|currency|tmpl|my_?cart.*|cart.*|attribute.*|swoof|pa_.*|s|q|query|search|keyword)$/i

/** Whether an address is a document we would read later rather than a page: worth a word, not a request. */
export function isPdfAddress(address: string): boolean {
  return /\.pdf$/i.test(new URL(address).pathname)
}

/** Whether an address may be that of a page with its own text: no file, no machinery of the site, no endless space of filters or repeating paths. */
export function mayBePage(address: string): boolean {
  if (address.length > 600) return false
  const url = new URL(address)
  if (fileEndings.test(url.pathname) || machinery.test(url.pathname)) return false
  const names = [...url.searchParams.keys()]
  if (names.length > 3 || names.some((it) => facets.test(it))) return false
  const segments = url.pathname.split('/').filter(Boolean)
  if (segments.length > 10) return false
  const counts = new Map<string, number>()
  for (const it of segments) counts.set(it, (counts.get(it) ?? 0) + 1)
  return Math.max(0, ...counts.values()) < 3
}

/**
 * What addresses made by one template have in common: numbers and the last part of a deeper path are left out.
 * `/shop/red-shoe-12` and `/shop/hat` are both `/shop/*`.
 */
export function addressShape(address: string): string {
  const url = new URL(address)
  const segments = url.pathname.split('/').filter(Boolean)
  const path = segments.map((it, at) => (at > 0 && at === segments.length - 1 ? '*' : it.replace(/\d+/g, '#')))
  const names = [...new Set(url.searchParams.keys())].sort()
  return `/${path.join('/')}${names.length > 0 ? `?${names.join('&')}` : ''}`
}

/** Whether a shape looks like one page for every day or number there is: a calendar, a counter. */
export function isEndlessShape(shape: string): boolean {
  return (
    /#\/#/.test(shape) ||
    /\?(.*&)?(date|day|month|year|week|time|from|to|page|p|start|offset|ical|id)(&|$)/i.test(shape) ||
    /\b(calendar|events?)\b.*[#?]/i.test(shape)
  )
}
