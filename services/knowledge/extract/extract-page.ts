import type { DraftItem, ReadablePage } from '#domain/draft-item.ts'
import type { Block } from './block.ts'
import { sortInto } from './category.ts'
import { confidenceOf } from './confidence.ts'
import { readFacts } from './facts/read-facts.ts'
import { type Finding, titleOf } from './finding.ts'
import { isIdle } from './idle-text.ts'
import { languageOf } from './language.ts'
import { isRoutineLabel } from './menu.ts'
import { outline } from './outline.ts'
import { readHead } from './page-head.ts'
import { markFooter } from './page-foot.ts'
import { baseOf, linksOf, profilesOf } from './page-links.ts'
import { layOut } from './page-text.ts'
import { asksForSignIn, needsScript } from './page-obstacle.ts'
import { parsePage } from './page-tree.ts'
import { readPassages } from './passages.ts'
import { readBlocks } from './read-blocks.ts'
import { findStatements } from './structured-data.ts'
import { type Subject, subjectOf } from './subject.ts'

/** Pieces of knowledge kept of one page. */
const maxItems = 2_500

/**
 * Reads one page: its text, what it says in passages, table rows, questions and labelled facts, and its links.
 * Pure and bounded: time grows in proportion to `html`; text, depth and counts beyond fixed limits are dropped. `url` is the page's absolute address.
 */
export function extractPage(html: string, url: string): ReadablePage {
  const tree = parsePage(html)
  const base = baseOf(tree, url)
  const head = readHead(tree, base)
  const blocks = readBlocks(tree, base)
  for (const block of blocks) block.idle = telling.has(block.kind) && (isIdle(block.text) || isFieldName(block) || isRoutineLinks(block) || isButton(block))
  markFooter(blocks)
  const placed = outline(tree, blocks)
  const { statements, business } = findStatements(tree, head)
  const text = layOut(blocks, [head.title, head.description, ...profilesOf(tree, base), ...statements.map((statement) => statement.line)])
  const language = languageOf(text.body, head.language || 'en')
  const subject = subjectOf(head, blocks, url, business)
  const findings = [...readPassages(placed, subject), ...readFacts({ placed, statements, text, head, url, subject, profiles: profilesOf(tree, base) })]
  return {
    url,
    title: head.title || subject.name,
    description: head.description,
    language,
    text: text.whole,
    items: draftsOf(findings, text.whole, url, language, subject),
    links: linksOf(tree, base),
    canonical: head.canonical,
    noindex: head.noindex,
    nofollow: head.nofollow,
    needsScript: needsScript(tree, text.body, html.length),
    asksForSignIn: asksForSignIn(tree, text.body),
  }
}

const telling = new Set<Block['kind']>(['paragraph', 'entry', 'term', 'definition', 'action'])

/** What a button says it does here, without an address it leads to. */
function isButton(block: Block): boolean {
  return block.kind === 'action' && block.element.name === 'button' && block.text.length <= 40 && !/@|\d{5}/.test(block.text)
}

/** Lines of links such as "Home" and "Contact" that stand outside a menu. */
function isRoutineLinks(block: Block): boolean {
  if (block.links.length === 0 || block.text.length > 400) return false
  return block.text.split('\n').every(isRoutineLabel)
}

/** The name of a form's field is no text to read, a sentence beside it is. */
function isFieldName(block: Block): boolean {
  if (block.region !== 'form' || block.kind === 'heading' || block.kind === 'choice') return false
  return (
    block.element.name === 'label' ||
    block.element.name === 'legend' ||
    block.kind === 'action' ||
    (block.text.length < 45 && !/@|\d{5}|[.!?।]$/.test(block.text))
  )
}

function draftsOf(findings: Finding[], text: string, url: string, language: string, subject: Subject): DraftItem[] {
  const drafts: DraftItem[] = []
  const known = new Map<string, DraftItem>()
  const urlPath = new URL(url).pathname
  const ordered = findings.filter((finding) => finding.text.trim() !== '').sort((a, b) => a.start - b.start || a.end - b.end)
  for (const finding of ordered) {
    if (drafts.length >= maxItems) break
    const title = titleOf(finding.path, subject.name)
    const own = finding.path.filter((step) => step !== subject.name && step !== subject.site).join(' › ')
    const sorted = sortInto({
      title: own,
      subject: own === title ? '' : title,
      text: finding.text,
      label: finding.label,
      kind: finding.kind,
      urlPath,
      types: finding.types,
    })
    const { kind, label, value } = finding
    const confidence = confidenceOf(finding, sorted)
    const key = `${label ?? kind}|${label === null ? title : ''}|${(value ?? finding.text).toLowerCase().replace(/[\s\p{P}]+/gu, ' ')}`
    const same = known.get(key)
    const draft: DraftItem = {
      category: sorted.category,
      title,
      text: finding.text,
      kind,
      label,
      value,
      language: languageOf(`${title}\n${finding.text}`, language),
      url,
      quote: text.slice(finding.start, finding.end),
      confidence,
      position: drafts.length,
    }
    if (same) {
      if (draft.confidence > same.confidence || (draft.confidence === same.confidence && label !== null && draft.text.length < same.text.length))
        Object.assign(same, { ...draft, position: same.position })
      continue
    }
    known.set(key, draft)
    drafts.push(draft)
  }
  return drafts
}
