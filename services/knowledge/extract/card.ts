import type { Block } from './block.ts'
import { isPlaceholder } from './doubt.ts'
import type { PageElement, PageTree } from './page-tree.ts'
import { isQuestion } from './question.ts'

/** A box among boxes alike: a service with its description, a plan with its price, a quotation with its author. */
export type Card = { element: PageElement; blocks: Block[]; title: string; text: string; siblings: number; group: CardGroup }

/** Cards alike; `filler` when they look like what a template came with, such as reviews by "Jane Doe". */
export type CardGroup = { filler: boolean }

type Draft = Omit<Card, 'group'>

const maxCard = 1200
const maxCardBlocks = 14
const never = new Set(['body', 'html', '#root', 'tr', 'tbody', 'table', 'ul', 'ol', 'dl', 'p', 'a', 'details'])

/** Finds groups of boxes alike, the innermost first, and tells of every block which card holds it. */
export function findCards(tree: PageTree, blocks: Block[]): Map<number, Card> {
  const cards = new Map<number, Card>()
  for (let at = tree.elements.length - 1; at >= 0; at--) {
    const parent = tree.elements[at]
    if (!parent || parent.to - parent.from < 4 || parent.name === 'table' || parent.name === 'tr') continue
    for (const group of groupsIn(parent)) {
      const made = group.map((element) => cardOf(element, blocks, group.length))
      const good = made.filter((card) => card !== null)
      if (good.length < Math.max(2, group.length * 0.6)) continue
      const shared: CardGroup = { filler: isFiller(good) }
      for (const draft of good) {
        const card: Card = { ...draft, group: shared }
        if (card.blocks.some((block) => cards.has(block.index))) continue
        for (const block of card.blocks) cards.set(block.index, card)
      }
    }
  }
  return cards
}

/** Whether a third of the cards look like filler, or the same words are said under different names. */
function isFiller(cards: Draft[]): boolean {
  if (cards.filter((card) => isPlaceholder(`${card.title}\n${card.text}`)).length * 3 >= cards.length) return true
  const said = cards.filter((card) => /^["“]/.test(card.text)).map((card) => card.text.split('\n')[0])
  return said.length >= 4 && new Set(said).size < said.length * 0.7
}

/** Children that look alike, by name and classes. */
function groupsIn(parent: PageElement): PageElement[][] {
  const groups = new Map<string, PageElement[]>()
  for (const child of parent.children) {
    if (typeof child === 'string' || never.has(child.name) || child.to - child.from < 2) continue
    const key = signature(child)
    const group = groups.get(key)
    if (group) group.push(child)
    else groups.set(key, [child])
  }
  return [...groups.values()].filter((group) => group.length >= 2)
}

/** Whether an element has siblings alike that hold text as well. */
export function hasTwins(element: PageElement): boolean {
  if (!element.parent || never.has(element.name)) return false
  const key = signature(element)
  return element.parent.children.some((child) => typeof child !== 'string' && child !== element && child.to > child.from && signature(child) === key)
}

const authorMark = /[\s_-](?:author|client|customer|reviewer|cite|name|by|person)(?=[\s_-])/
const passing =
  /^(?:active|first|last|odd|even|current|show|in|open|selected|wow|animated|fade\w*|aos\S*|.*\d.*|elementor-element|mb-\S+|mt-\S+|popular|featured|recommended|highlight\w*|best\w*|premium|primary|special)$/

const column =
  /\s(?:col|col-\S+|column|columns|span\d+|grid-\S+|one_\S+|vc_col\S*|vc_column\S*|et_pb_column\S*|elementor-column|w-col|wp-block-column|kt-inside-inner-col|widget)\s/

function signature(element: PageElement): string {
  if (column.test(element.marks)) return `${element.name} column`
  const marks = (element.attributes.get('class') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((mark) => mark !== '' && !passing.test(mark))
    .sort()
  return `${element.name} ${marks.join(' ')}`
}

/** Blocks that are knowledge of their own wherever they stand. */
const apart: ReadonlySet<Block['kind']> = new Set(['row', 'menu', 'choice', 'term', 'definition'])

function cardOf(element: PageElement, all: Block[], siblings: number): Draft | null {
  if (element.to - element.from > maxCardBlocks) return null
  const blocks = all.slice(element.from, element.to)
  const told = blocks.filter((block) => !block.idle)
  if (told.length < 2 || told.some((block) => apart.has(block.kind))) return null
  if (told.reduce((sum, block) => sum + block.text.length, 0) > maxCard) return null
  const headings = told.filter((block) => block.kind === 'heading')
  if (headings.filter((block) => block.level < 7).length > 3 || headings.slice(1).some((block) => isQuestion(block.text))) return null
  const first = told[0]
  const second = told[1]
  if (!first || !second) return null
  if (told.length === 2 && isFigure(first.text) && second.text.length <= 60) {
    return { element, blocks, title: second.text, text: `${first.text} ${second.text}`, siblings }
  }
  const heading = headings[0]
  const body = told.filter((block) => block !== heading)
  const quoted = /^["“'«]/.test(first.text) || siblings >= 3
  if (heading && heading !== first && heading === told.at(-1) && !quoted)
    return { element, blocks, title: '', text: told.map((block) => block.text).join('\n'), siblings }
  if (heading) return { element, blocks, title: clean(heading.text), text: body.map((block) => block.text).join('\n'), siblings }
  if (first.text.length > 90 || /[.!।]$/.test(first.text)) {
    const last = told.at(-1)
    const author = last && (/^[-–—~]/.test(last.text) || /^["“]/.test(first.text) || authorMark.test(last.hints) || first.element.name === 'blockquote')
    const signed = last && author && last.text.length <= 80
    return signed ? { element, blocks, title: clean(last.text), text: told.map((block) => block.text).join('\n'), siblings } : null
  }
  if (siblings < 3 && first.weight < 0.9) return null
  if (/@|\d[\d\s-]{6,}\d/.test(first.text)) return { element, blocks, title: '', text: told.map((block) => block.text).join('\n'), siblings }
  return {
    element,
    blocks,
    title: clean(first.text),
    text: told
      .slice(1)
      .map((block) => block.text)
      .join('\n'),
    siblings,
  }
}

const clean = (title: string) => title.replaceAll('\n', ' ').replace(/^[-–—~\s]+|[:\s]+$/g, '')

/** Whether a text is a bare figure, such as `50k+`, `98%`, `₹499`. */
export function isFigure(text: string): boolean {
  return (
    text.length <= 14 && /^[~<>]?\s?(?:[$₹£€৳]|Rs\.?)?\s?[\d०-९০-৯][\d०-९০-৯.,]*\s?(?:k|m|cr|lakh|lac|million|%|x|yrs?|years?|hrs?)?\s?[+%★*/-]*$/i.test(text)
  )
}
