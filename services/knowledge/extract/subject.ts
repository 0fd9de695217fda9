import type { Block } from './block.ts'
import type { PageHead } from './page-head.ts'

/** What a page is about: `name` for things under no heading, `path` to put before headings that do not say it (empty on a home page), `site` the business's name as far as the page tells. */
export type Subject = { name: string; path: string[]; site: string }

/** Reads what a page is about from its first main heading, its title and its address. */
export function subjectOf(head: PageHead, blocks: Block[], url: string): Subject {
  const first = blocks.find((block) => block.kind === 'heading' && block.level === 1 && block.region !== 'header' && !block.idle) ?? blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const parts = head.title.split(/\s+[|–—»•·:]\s*|\s+-\s+/).map((part) => part.trim()).filter((part) => part !== '')
  const site = head.siteName || (parts.length > 1 ? home(url) ? parts[0] : parts.at(-1) : parts[0]) || ''
  const own = first && first.text.length <= 80 ? first.text : parts[0] ?? ''
  const name = own || site || new URL(url).hostname
  return { name: name.length > 120 ? name.slice(0, 120) : name, path: home(url) || own === '' || own.length > 70 ? [] : [own], site: site.slice(0, 120) }
}

function home(url: string): boolean {
  return /^\/(?:index\.\w+|home\/?|en\/?|hi\/?|bn\/?|default\.\w+)?$/i.test(new URL(url).pathname)
}
