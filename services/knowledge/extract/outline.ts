import type { Block } from './block.ts'
import { type Card, findCards, hasTwins } from './card.ts'
import type { PageElement, PageTree } from './page-tree.ts'
import { isNumberedQuestion, isQuestion } from './question.ts'

/** A block with the headings it stands under, the outermost first, and its card if it is in one. */
export type Placed = { block: Block; path: string[]; card: Card | null; heads: Block[] }

const contact = /^\W*(?:address|location|phone|tel|call|mobile|e-?mail|office|pata|पता|फ़ोन|फोन|ईमेल|ঠিকানা|ফোন|ইমেইল)\s*[:：-]/i
const walls = new Set([
  'section',
  'article',
  'aside',
  'footer',
  'header',
  'main',
  'li',
  'td',
  'th',
  'details',
  'fieldset',
  'figure',
  'body',
  'html',
  '#root',
  'dd',
])

/** Marks headings that only look like headings, finds cards, and gives every block the path of headings above it. */
export function outline(tree: PageTree, blocks: Block[]): Placed[] {
  markHeadings(blocks)
  const cards = findCards(tree, blocks)
  const stack: { block: Block; end: number }[] = []
  const placed: Placed[] = []
  for (const block of blocks) {
    while (stack.length > 0 && (stack.at(-1)?.end ?? 0) <= block.index) stack.pop()
    const live = stack.filter((entry) => entry.end > block.index)
    stack.splice(0, stack.length, ...live)
    const card = cards.get(block.index) ?? null
    const scope = block.kind === 'heading' && !card ? scopeOf(block, blocks) : null
    if (scope) {
      while (stack.length > 0 && (stack.at(-1)?.block.index ?? 0) >= scope.from && (stack.at(-1)?.block.level ?? 0) >= block.level) stack.pop()
    }
    const heads = stack.filter((entry) => entry.block.zone === block.zone && !entry.block.idle).map((entry) => entry.block)
    const last = heads.at(-1)
    if (last && block.kind === 'paragraph' && contact.test(block.text) && isQuestion(last.text)) heads.pop()
    placed.push({ block, path: heads.map((head) => headingText(head.text)), card, heads })
    if (scope) stack.push({ block, end: scope.to })
  }
  return placed
}

/** A heading's words for use in a title. */
export function headingText(text: string): string {
  return text
    .replace(/^[\s*#•»>–—-]+/, '')
    .replace(/[\s:*#–—-]+$/, '')
    .trim()
}

/** From and up to which block a heading rules; one in a box among boxes alike leaves the headings outside in force. */
function scopeOf(heading: Block, blocks: Block[]): { from: number; to: number } {
  let at: PageElement = heading.element
  while (at.parent && !walls.has(at.name) && onlyHeadings(at, blocks)) at = at.parent
  if (heading.level >= 7) return { from: at.from, to: at.to }
  while (at.parent) {
    if (at.landmark) return { from: 0, to: at.to }
    const inner = walls.has(at.name) && !(at.name === 'header' && at.to - at.from <= 3 && at.parent.name !== 'body')
    if (inner) return { from: at.name === 'section' || at.name === 'body' ? 0 : at.from, to: at.to }
    if (at.to > heading.index + 1) {
      if (hasTwins(at)) return { from: at.from, to: at.to }
      const next = blocks[at.to]
      if (next && at.to < at.parent.to && next.kind === 'heading' && next.level <= heading.level) return { from: 0, to: at.to }
    }
    at = at.parent
  }
  return { from: 0, to: at.to }
}

function onlyHeadings(element: PageElement, blocks: Block[]): boolean {
  for (let at = element.from; at < element.to; at++) if (blocks[at]?.kind !== 'heading') return false
  return true
}

const fact = /@|\d[\d\s().-]{6,}\d|https?:/
const sentenceEnd = /[.,;!।]$/

/** Turns bold lines, labels and accordion titles into headings, and long "headings" back into text. */
function markHeadings(blocks: Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const said =
        block.level >= 3 && (block.text.length > 110 || (block.text.length > (block.level >= 4 ? 20 : 45) && /[\p{L}\p{M}]{3}[.।]["”']?$/u.test(block.text)))
      const strung = block.level >= 2 && /\d/.test(block.text) && (block.text.match(/\s[·|•]\s/g) ?? []).length >= 2
      if (said || strung || block.text.length > 220 || (fact.test(block.text) && block.level >= 2)) {
        block.kind = 'paragraph'
        block.level = 0
      }
      continue
    }
    if (block.kind !== 'paragraph' && block.kind !== 'entry') continue
    const { text } = block
    if (isNumberedQuestion(text) && text.length <= 300 && !text.includes('\n')) {
      asHeading(block, 7)
      continue
    }
    if (text.length > 110 || text.includes('\n') || block.idle || fact.test(text)) continue
    const next = blocks[block.index + 1]
    if (!next || next.region !== block.region) continue
    const heavy =
      block.weight > 0.9 &&
      text.length > 2 &&
      !sentenceEnd.test(text) &&
      (next.kind === 'heading' || next.kind === 'row' || next.weight < 0.9 || isTitled(block.element))
    const label = text.endsWith(':') && text.length <= 70 && block.kind === 'paragraph'
    const titled = isTitled(block.element) && text.length <= 90 && !sentenceEnd.test(text) && next.kind !== 'heading'
    if (block.kind === 'entry' && !heavy) continue
    if (heavy || titled) asHeading(block, 7)
    else if (label) asHeading(block, 8)
  }
}

function asHeading(block: Block, level: number): void {
  block.kind = 'heading'
  block.level = level
}

const titleMark = /[\s_-](?:title|heading|headline|caption-title|question|accordion-header|accordion-button|faq-q|name|subtitle)(?=[\s_-])/
const panelMark = /content|wrapper|container|section|area|block|box/

function isTitled(element: PageElement): boolean {
  for (let at: PageElement | null = element, hops = 0; at && hops < 2; at = at.parent, hops++) {
    if (at.to - at.from > 1 && hops > 0) return false
    if (titleMark.test(at.marks) && !panelMark.test(at.marks)) return true
  }
  return false
}
