import type { PageTree } from './page-tree.ts'

/** An address made absolute against the page; null for what is no web page or contact link. */
export function absoluteUrl(href: string | undefined, base: string): string | null {
  const reference = href?.trim()
  if (!reference || reference.startsWith('#') || /^(?:javascript|data|blob|about|vbscript):/i.test(reference)) return null
  if (!URL.canParse(reference, base)) return null
  const address = new URL(reference, base)
  return /^(?:https?|mailto|tel|whatsapp|sms|geo):$/.test(address.protocol) ? address.href : null
}

/** Where relative addresses of the page start from: its `<base>`, else its own address. */
export function baseOf(tree: PageTree, url: string): string {
  const href = tree.elements.find((element) => element.name === 'base' && element.attributes.has('href'))?.attributes.get('href')
  return (href && absoluteUrl(href, url)) || url
}

/** Absolute web links of the page without fragments, in order, each once, at most 2,000; those marked nofollow are left out. */
export function linksOf(tree: PageTree, base: string): string[] {
  const links = new Set<string>()
  for (const element of tree.elements) {
    if (element.name !== 'a' && element.name !== 'area' && element.name !== 'frame') continue
    if (/\bnofollow\b/i.test(element.attributes.get('rel') ?? '')) continue
    const target = absoluteUrl(element.attributes.get(element.name === 'frame' ? 'src' : 'href'), base)
    if (!target?.startsWith('http')) continue
    const cut = target.indexOf('#')
    links.add(cut < 0 ? target : target.slice(0, cut))
    if (links.size >= 2000) break
  }
  return [...links]
}

const networks = /(?:^|\.)(?:facebook|fb|instagram|twitter|x|linkedin|youtube|pinterest|tiktok|houzz)\.\w+$|^(?:youtu\.be|t\.me|wa\.me|api\.whatsapp\.com)$/

/** Addresses on social networks the page links to, each once, at most 20. */
export function profilesOf(tree: PageTree, base: string): string[] {
  const found = new Set<string>()
  for (const element of tree.elements) {
    if (element.name !== 'a' || found.size >= 20) continue
    const target = absoluteUrl(element.attributes.get('href'), base)
    if (target?.startsWith('http') && networks.test(new URL(target).hostname.replace(/^(?:www|m)\./, ''))) found.add(target)
  }
  return [...found]
}
