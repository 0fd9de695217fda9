import type { Block } from './block.ts'
import type { PageHead } from './page-head.ts'

/** What a page is about: `name` for things under no heading, `path` to put before headings that do not say it (empty on a home page), `site` the business's name as far as the page tells. */
export type Subject = { name: string; path: string[]; site: string }

/** Reads what a page is about from its first main heading, its title and its address; `stated` is the name it states for machines. */
export function subjectOf(head: PageHead, blocks: Block[], url: string, stated: string): Subject {
  const main = blocks.filter((block) => block.kind === 'heading' && block.zone === 0 && !block.idle)
  const first =
    main.find((block) => block.level === 1) ??
    (main[0] && main[0].level <= 2 && head.title.toLowerCase().includes(main[0].text.toLowerCase()) ? main[0] : undefined)
  const parts = head.title
    .split(/\s+[|–—»•·:]\s*|\s+-\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const site = head.siteName || (parts.length > 1 ? (home(url) ? parts[0] : parts.at(-1)) : home(url) ? parts[0] : '') || ''
  const own = first && first.text.length <= 80 ? first.text : (parts[0] ?? '')
  const name = own || site || new URL(url).hostname
  return {
    name: name.length > 120 ? name.slice(0, 120) : name,
    path: home(url) || own === '' || own.length > 70 ? [] : [own],
    site: head.siteName.slice(0, 80) || stated || siteOf(blocks) || (site.length <= 50 ? site : '') || new URL(url).hostname.replace(/^www\./, ''),
  }
}

function home(url: string): boolean {
  return /^\/(?:index\.\w+|home\/?|en\/?|hi\/?|bn\/?|default\.\w+)?$/i.test(new URL(url).pathname)
}

/** The business's name from its copyright line, or the heading in its header. */
function siteOf(blocks: Block[]): string {
  for (let at = blocks.length - 1; at >= Math.max(0, blocks.length - 80); at--) {
    const holder = /(?:©|\(c\)|copyright)[\s©,]*(?:\d{4}(?:\s*[-–]\s*(?:\d{4}|present))?)?[\s,:]*(?:by\s+)?([\p{L}\p{M}\d&'’. ,-]{2,60})/iu.exec(
      blocks[at]?.text ?? '',
    )
    const name = holder?.[1]
      ?.split(/(?<=[\p{L}\d]{3})\.\s/u)[0]
      ?.replace(/\b(?:all rights|rights reserved|20\d\d).*$/i, '')
      .replace(/[\s.,-]+$/, '')
      .trim()
    if (name && name.length > 2) return name
  }
  const heading = blocks.find((block) => block.kind === 'heading' && block.region === 'header' && block.text.length <= 50)
  return heading?.text ?? ''
}
