import { absoluteUrl } from './page-links.ts'
import { type PageTree, rawText } from './page-tree.ts'
import { readable } from './readable-text.ts'

/** What a page says of itself outside its text. */
export type PageHead = {
  title: string
  description: string
  /** The declared language, primary subtag, or empty. */
  language: string
  siteName: string
  canonical: string | null
  noindex: boolean
  nofollow: boolean
  /** Bodies of JSON-LD scripts. */
  linkedData: string[]
}

/** Reads title, description, language, robots rules, canonical address and JSON-LD of a page. */
export function readHead(tree: PageTree, base: string): PageHead {
  const meta = new Map<string, string>()
  const linkedData: string[] = []
  let title = ''
  let language = ''
  let canonical: string | null = null
  let robots = ''
  for (const element of tree.elements) {
    const { attributes } = element
    if (element.name === 'meta') {
      const name = (attributes.get('name') ?? attributes.get('property') ?? attributes.get('http-equiv') ?? '').toLowerCase()
      const content = readable(attributes.get('content') ?? '').trim()
      if (name === 'robots' || name === 'googlebot') robots += ` ${content.toLowerCase()}`
      if (name !== '' && !meta.has(name)) meta.set(name, content)
    } else if (element.name === 'title' && title === '') title = readable(rawText(element)).trim()
    else if (element.name === 'html' && language === '') language = primaryOf(attributes.get('lang') ?? attributes.get('xml:lang'))
    else if (element.name === 'link' && /\bcanonical\b/i.test(attributes.get('rel') ?? '')) canonical ??= absoluteUrl(attributes.get('href'), base)
    else if (element.name === 'script' && linkedData.length < 20) linkedData.push(rawText(element))
  }
  return {
    title: (title || meta.get('og:title') || '').slice(0, 300),
    description: (meta.get('description') || meta.get('og:description') || meta.get('twitter:description') || '').slice(0, 1000),
    language: language || primaryOf(meta.get('content-language')) || primaryOf(meta.get('og:locale')),
    siteName: meta.get('og:site_name') || meta.get('application-name') || '',
    canonical,
    noindex: /\b(?:noindex|none)\b/.test(robots),
    nofollow: /\b(?:nofollow|none)\b/.test(robots),
    linkedData,
  }
}

function primaryOf(tag: string | undefined): string {
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$|,)/i.exec(tag ?? '')?.[1]
  return primary?.toLowerCase() ?? ''
}
