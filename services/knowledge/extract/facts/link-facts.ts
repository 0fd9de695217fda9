import { isPlaceholderUrl } from '../doubt.ts'
import type { Finding } from '../finding.ts'
import { headingText } from '../outline.ts'
import type { Line } from './line.ts'

const networks: [name: string, host: RegExp][] = [
  ['Facebook', /(?:^|\.)(?:facebook|fb)\.com$/],
  ['Instagram', /(?:^|\.)instagram\.com$/],
  ['X (Twitter)', /(?:^|\.)(?:twitter|x)\.com$/],
  ['LinkedIn', /(?:^|\.)linkedin\.com$/],
  ['YouTube', /(?:^|\.)(?:youtube\.com|youtu\.be)$/],
  ['Pinterest', /(?:^|\.)pinterest\.\w+$/],
  ['TikTok', /(?:^|\.)tiktok\.com$/],
  ['Telegram', /^(?:t|telegram)\.me$/],
  ['Houzz', /(?:^|\.)houzz\.com$/],
]
const sharing = /share|intent|sharer|plugins|dialog|\/(?:watch|embed)\b|hashtag|\/p\/|\/status\//i
const actions =
  /\b(?:form|apply|application|careers?|vacanc\w+|jobs?|register|registration|enrol\w*|book(?:ing)?s?|appointments?|reserve|reservations?|order online|place (?:an )?order|download|brochure|catalogue?|menu|price ?list|pay online|payment|track|quote|estimate|whatsapp|join us|join our team|partner|franchise|become a|subscribe|donate|schedule|directions|rma)\b|आवेदन|बुक|डाउनलोड|पंजीकरण|আবেদন|বুক|ডাউনলোড|নিবন্ধন|অর্ডার/i

/** Finds links that let one do something ("Partner form", "Book online", "Careers"), profiles on social networks and WhatsApp links. `site` is the host of the page. */
export function findLinks(lines: Line[], hints: string[], host: string): Finding[] {
  const found: Finding[] = []
  const social = new Map<string, string>()
  for (const line of lines) {
    for (const link of line.block.links) {
      if (!link.url.startsWith('http') || isPlaceholderUrl(link.url)) {
        if (!/^https?:/.test(link.url) || !actions.test(link.text)) continue
      }
      const network = networkOf(link.url)
      if (network) {
        if (!social.has(network)) social.set(network, link.url)
        continue
      }
      if (link.text.length < 3 || link.text.length > 60 || !actions.test(link.text)) continue
      const at = line.text.indexOf(link.text)
      if (at < 0 || (line.block.zone > 0 && line.text === link.text && line.block.region === 'header')) continue
      const context = line.path.at(-1) ?? ''
      const placeholder = isPlaceholderUrl(link.url)
      const outside = new URL(link.url).hostname !== host
      found.push({
        kind: 'fact',
        path: [...line.path, headingText(link.text)],
        label: 'link',
        value: placeholder ? link.text : link.url,
        text: placeholder ? `${link.text}${context ? ` (${context})` : ''}` : `${link.text}: ${link.url}${context ? ` (${context})` : ''}`,
        start: line.start + at,
        end: line.start + at + link.text.length,
        trust: placeholder ? 0.35 : outside ? 0.65 : 0.5,
        types: [],
      })
    }
  }
  for (const url of hints) {
    const network = networkOf(url)
    if (network && !social.has(network)) social.set(network, url)
  }
  for (const [network, url] of social)
    found.push({ kind: 'fact', path: [network], label: 'social', value: url, text: `${network}: ${url}`, start: -1, end: -1, trust: 0.85, types: [] })
  return found
}

function networkOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { hostname, pathname, search } = new URL(url)
  if (pathname.length <= 1 || sharing.test(`${pathname}${search}`)) return null
  const host = hostname.replace(/^(?:www|m|en-gb|web)\./, '')
  return networks.find(([, pattern]) => pattern.test(host))?.[0] ?? null
}
