import { type Block, plainOf, readMarkdown } from './markdown.ts'

/** The guides in the order of the list, `start` first; each is a file of docs/guide. */
export const guideNames = ['start', 'phone', 'team', 'mind', 'developers', 'apps', 'plugins', 'operate', 'deploy', 'watch', 'environment'] as const
/** The guides of whoever runs the installation, in English alone. */
const operatorNames: readonly string[] = ['operate', 'deploy', 'watch', 'environment']
/** All others are written in these languages as well, part for part. */
export const translatedNames = guideNames.filter((it) => !operatorNames.includes(it))
export const translatedLanguages = ['hi', 'bn'] as const
/** A page of the guide as its address says it; `changes` is the list of what is new. */
export type GuideName = (typeof guideNames)[number] | 'changes'

/** The file a page is written in, and back. */
export const fileOf = (name: GuideName): string => (name === 'start' ? 'README.md' : name === 'changes' ? '../../CHANGELOG.md' : `${name}.md`)

export type GuidePage = { name: GuideName; language: 'en' | (typeof translatedLanguages)[number]; title: string; blocks: Block[] }
/** A part of a page under one heading, to be found by its words. */
export type GuidePart = { page: GuidePage; id: string | undefined; title: string; words: string }

/** Reads a guide. */
export function readGuide(name: GuideName, text: string): GuidePage {
  const blocks = readMarkdown(text)
  const first = blocks.find((it) => it.kind === 'heading')
  return { name, language: 'en', title: first?.text ?? name, blocks: blocks.filter((it) => it !== first) }
}

/** Reads a guide in another language; its headings are found by the ids of the English ones, in whose order they stand. */
export function readTranslation(english: GuidePage, language: GuidePage['language'], text: string): GuidePage {
  const ids = english.blocks.flatMap((it) => (it.kind === 'heading' ? [it.id] : []))
  const page = readGuide(english.name, text)
  return { ...page, language, blocks: page.blocks.map((it) => (it.kind === 'heading' ? { ...it, id: ids.shift() ?? it.id } : it)) }
}

/** The parts of the pages that hold every word that was typed. */
export function partsWith(pages: readonly GuidePage[], typed: string): GuidePart[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return pages.flatMap(partsOf).filter((part) => words.every((it) => `${part.page.title} ${part.title} ${part.words}`.toLowerCase().includes(it)))
}

/** Where a link of a guide leads: another page of the guide, elsewhere on the web, or to a file that is not shown here. */
export function targetOf(to: string): { page: GuideName; id: string | undefined } | 'elsewhere' | 'file' {
  if (/^https?:\/\//.test(to)) return 'elsewhere'
  const [path = '', id] = to.replace(/^\.\.\/(?=[a-z]+\.md)/, '').split('#')
  const name = [...guideNames, 'changes' as const].find((it) => fileOf(it) === path)
  return name ? { page: name, id } : 'file'
}

function partsOf(page: GuidePage): GuidePart[] {
  const parts: GuidePart[] = [{ page, id: undefined, title: page.title, words: '' }]
  for (const block of page.blocks)
    if (block.kind === 'heading') parts.push({ page, id: block.id, title: block.text, words: '' })
    else parts.at(-1)!.words += ` ${wordsOf(block)}`
  return parts
}

function wordsOf(block: Block): string {
  if (block.kind === 'code') return block.text
  if (block.kind === 'list') return block.items.flat().map(wordsOf).join(' ')
  if (block.kind === 'table') return [block.head, ...block.rows].flat().map(plainOf).join(' ')
  return plainOf(block.inner)
}
