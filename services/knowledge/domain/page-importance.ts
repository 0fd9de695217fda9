/** How soon a page is worth reading; 0 first. */
export type Importance = 0 | 1 | 2 | 3 | 4

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean))

/** What people ask a business about, in the words addresses are made of. */
const wanted = words(`
  about aboutus who story history company profile team contact contacts contactus reach locations location stores store branches branch offices office directions map address visit find
  price prices pricing plans plan rates rate fees fee cost costs tariff tariffs packages charges menu
  service services products product solutions offerings treatments courses programs programmes what
  faq faqs help support questions hours opening timings schedule booking bookings book appointment appointments reservations
  shipping delivery returns return refund refunds exchange cancellation warranty guarantee policy policies payment payments emergency
  careers testimonials reviews specifications`)
/** Legal pages: asked for now and then, long, and much alike everywhere. */
const legal = words('privacy terms tos conditions disclaimer legal cookies cookie gdpr imprint impressum sitemap')
/** Pages that repeat others, or age. */
const passing =
  words(`blog blogs news press article articles post posts tag tags category categories archive archives author authors feed rss events event stories magazine
  gallery media video videos podcast page search login signin register signup account compare wishlist print share forum comments attachment portfolio`)

/** Rates an address by its path alone: home, then what people ask about, then the rest by depth, then legal text, then blogs and archives. */
export function pageImportance(address: string): Importance {
  const url = new URL(address)
  const segments = url.pathname.split('/').filter(Boolean)
  if (segments.length === 0 && url.search === '') return 0
  const parts = segments.map((it) =>
    it
      .toLowerCase()
      .replace(/\.(html?|php|aspx?|jsp)$/, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )
  // A language is not part of what a page is about.
  if (/^[a-z]{2}$/.test(segments[0]?.toLowerCase() ?? '')) parts.shift()
  if (parts.length === 0) return url.search === '' ? 0 : 3
  const all = parts.flat()
  if (parts[0]!.some((it) => passing.has(it)) || all.some((it) => /^(19|20)\d\d$/.test(it))) return 4
  // `/services` is what people ask for; `/services/drain-cleaning` is one of many.
  if (parts.at(-1)!.length <= 4 && parts.at(-1)!.some((it) => wanted.has(it))) return parts.length <= 3 && url.search === '' ? 1 : 2
  if (all.some((it) => passing.has(it))) return 4
  if (all.some((it) => legal.has(it))) return 3
  return 2
}
