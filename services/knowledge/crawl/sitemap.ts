import { gunzipSync } from 'node:zlib'

const maxFiles = 20
const maxAddresses = 5_000
const maxUnpackedBytes = 20_000_000

/** Asks for a file of the site; undefined when it is not there or not fit to read. */
export type AskFile = (url: string) => Promise<Uint8Array | undefined>

/** Addresses of pages a site lists, following indexes of sitemaps (sitemaps.org protocol 0.9), up to 20 files and 5,000 addresses. */
export async function readSitemaps(first: readonly string[], ask: AskFile): Promise<string[]> {
  const waiting = [...new Set(first)]
  const asked = new Set<string>()
  const pages = new Set<string>()
  while (waiting.length > 0 && asked.size < maxFiles && pages.size < maxAddresses) {
    const url = waiting.shift()!
    if (asked.has(url)) continue
    asked.add(url)
    const body = await ask(url)
    const { sitemaps, addresses } = body ? sitemapOf(unpacked(body)) : { sitemaps: [], addresses: [] }
    for (const it of sitemaps) {
      const absolute = URL.parse(it, url)
      if (absolute) waiting.push(absolute.href)
    }
    for (const it of addresses) {
      const absolute = URL.parse(it, url)
      if (absolute && pages.size < maxAddresses) pages.add(absolute.href)
    }
  }
  return [...pages]
}

/** What one sitemap file lists: an index lists sitemaps, a set lists pages; a plain text file lists a page a line. */
export function sitemapOf(text: string): { sitemaps: string[]; addresses: string[] } {
  const found: { sitemaps: string[]; addresses: string[] } = { sitemaps: [], addresses: [] }
  if (!/<(\w+:)?(urlset|sitemapindex)[\s>]/.test(text.slice(0, 5_000))) {
    if (!text.trimStart().startsWith('<')) found.addresses = text.split(/\s+/).filter((it) => /^https?:\/\//.test(it))
    return found
  }
  const into = /<(\w+:)?sitemapindex[\s>]/.test(text.slice(0, 5_000)) ? found.sitemaps : found.addresses
  // Every part stops at the next "<", so time grows with the length of the file and no faster.
  for (const [, wrapped, bare] of text.matchAll(/<(?:\w{1,20}:)?loc>(?:\s{0,200}<!\[CDATA\[([^\]<]+)\]\]|([^<]+))/g)) {
    const address = plain(wrapped ?? bare!)
    if (address) into.push(address)
  }
  // <image:loc> and <video:…> match the pattern above too; pictures are no pages.
  found.addresses = found.addresses.filter((it) => !/\.(jpe?g|png|gif|webp|svg|avif|mp4|webm)$/i.test(it))
  return found
}

function unpacked(body: Uint8Array): string {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return new TextDecoder().decode(body)
  try {
    return gunzipSync(body, { maxOutputLength: maxUnpackedBytes }).toString('utf8')
  } catch {
    return ''
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(content: string): string {
  return content.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!).trim()
}
