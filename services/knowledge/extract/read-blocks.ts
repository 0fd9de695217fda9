import type { Block, BlockLink, Region } from './block.ts'
import { decodedMail } from './hidden-mail.ts'
import { readMenu } from './menu.ts'
import { isFolded, isHidden, isMenu, isNoise, regionOf } from './noise.ts'
import { absoluteUrl } from './page-links.ts'
import { type PageElement, type PageTree, rawText } from './page-tree.ts'
import { isNumberedQuestion } from './question.ts'
import { linesOf, needsSpace, readable } from './readable-text.ts'
import { readChoices } from './form-hint.ts'
import { isDataTable, readRows } from './table.ts'

/** Blocks beyond this count are dropped. */
export const maxBlocks = 12_000

const blockNames = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html ' +
    'label legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul option select'
  ).split(' '),
)
const headingName = /^h([1-6])$/
const buttonMark = /[\s_-](?:btn|button|cta|wp-block-button__link|elementor-button)(?=[\s_-])/
const iconMark = /[\s_-](?:fa|fas|far|fab|icon|icons|bi|glyphicon|material-icons|dashicons|ti|la|ion)(?=[\s_-])/
const materialIcon = /\smaterial-(?:icons|symbols)/
const bigFont = /font-size\s*:\s*(?:x-large|xx-large|larger|(?:1[89]|[2-9]\d)(?:\.\d+)?(?:px|pt)|(?:1\.[3-9]|[2-9])\d*r?em|1[3-9]\dpx)/i
const boldFont = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i
const underline = /text-decoration\s*:\s*underline/i

type Run = {
  text: string
  weighed: number
  solid: number
  links: BlockLink[]
  hints: string
  /** An inline element has just begun (1), ended (2), or ended and another begun (3). */
  edge: number
}
const emptyRun = (): Run => ({ text: '', weighed: 0, solid: 0, links: [], hints: '', edge: 0 })

/** Reads a parsed page into blocks in reading order and notes on every element which blocks it holds. */
export function readBlocks(tree: PageTree, url: string): Block[] {
  const blocks: Block[] = []
  const pageSize = tree.root.size
  let run = emptyRun()
  let region: Region = 'main'
  let zone = 0
  let zones = 0
  let strong = 0
  let folded = false
  let field = 0
  let tables = 0
  let owner = tree.root

  const push = (kind: Block['kind'], text: string, element: PageElement, more: Partial<Block> = {}) => {
    if (blocks.length >= maxBlocks || text === '') return
    blocks.push({
      index: blocks.length,
      kind,
      level: 0,
      text,
      start: 0,
      region: field > 0 ? 'form' : region,
      zone,
      element,
      links: [],
      weight: 0,
      hints: '',
      folded,
      idle: false,
      row: null,
      path: [],
      ...more,
    })
  }
  const flush = (element: PageElement) => {
    const text = linesOf(run.text.trim()).join('\n')
    const done = run
    run = emptyRun()
    if (text === '') {
      run.hints = done.hints
      return
    }
    const { kind, level } = kindOf(element)
    push(kind, kind === 'heading' ? text.replaceAll('\n', ' ') : text, element, {
      level,
      links: done.links,
      weight: done.solid > 0 ? done.weighed / done.solid : 0,
      hints: `${done.hints} ${hintsOf(element)}`,
    })
  }
  const addText = (raw: string) => {
    let text = readable(raw)
    if (text === '') return
    if (text === ' ') {
      if (run.text !== '' && !/\s$/.test(run.text)) run.text += ' '
      run.edge = 0
      return
    }
    if (/\s$/.test(run.text) || run.text === '') text = text.trimStart()
    else if (run.edge > 0 && needsSpace(run.text.slice(-4), text.slice(0, 4), run.edge === 3)) run.text += ' '
    run.edge = 0
    const solid = text.trim().length
    run.solid += solid
    if (strong > 0) run.weighed += solid
    run.text += text
  }
  const lineBreak = (element: PageElement) => {
    if (run.text.trim() === '') return
    if (/\n\s*$/.test(run.text)) return flush(element)
    const single = !run.text.includes('\n')
    if (single && isNumberedQuestion(run.text)) return flush(element)
    if (single && run.solid > 2 && run.solid <= 90 && run.weighed === run.solid && !headingName.test(element.name)) return flush(element)
    run.text = `${run.text.trimEnd()}\n`
  }

  const walkInline = (element: PageElement) => {
    const { name, attributes, marks } = element
    if (name === 'img') {
      const alt = meaningfulAlt(element)
      if (alt) addText(` ${alt} `)
      return
    }
    const mail = attributes.get('data-cfemail')
    if (mail !== undefined) return addText(decodedMail(mail))
    if (name === 'i' || iconMark.test(marks)) {
      run.hints += ` ${marks}`
      if (materialIcon.test(marks)) return
    }
    const property = attributes.get('itemprop')
    if (property) run.hints += ` ${property.toLowerCase()}`
    if (/\b(?:on)?copy\b/.test(attributes.get('aria-hidden') ?? '')) return
    if (name === 's' || name === 'del' || name === 'strike') run.hints += ` struck:${readable(rawText(element)).trim()} `
    const heavy = isHeavy(element)
    if (heavy) strong++
    run.edge = run.edge === 2 ? 3 : 1
    const at = run.text.length
    walkChildren(element, owner)
    if (name === 'a' && run.text.length > at) {
      const target = absoluteUrl(attributes.get('href'), url)
      if (target) run.links.push({ text: run.text.slice(at).trim(), url: target })
    } else if (name === 'a') {
      const target = absoluteUrl(attributes.get('href'), url)
      if (target) run.hints += ` ${target}`
    }
    run.edge = 2
    if (heavy) strong--
  }

  const walkBlock = (element: PageElement) => {
    const outer = { region, zone, folded, field, strong, owner }
    flush(owner)
    element.from = blocks.length
    const opens = regionOf(element, pageSize)
    if (opens) {
      region = opens
      element.landmark = true
      zone = opens === 'main' ? 0 : ++zones
    }
    if (isHidden(element) || (isFolded(element) && element.attributes.get('aria-hidden') === 'true')) folded = true
    if (element.name === 'form' && element.size < 2500 && element.size < pageSize * 0.6) field++
    if (isHeavy(element)) strong++
    owner = element
    if (element.name === 'select') readChoices(element, (label, options) => push('choice', [label, ...options].join('\n'), element, { path: [label] }))
    else if (isMenu(element))
      readMenu(element, (path, labels) => {
        if (path.length > 0) push('menu', [path.at(-1) ?? '', ...labels].join('\n'), element, { path })
        else if (region !== 'header') push('menu', labels.join('\n'), element)
      })
    else if (element.name === 'table' && isDataTable(element)) {
      const table = tables++
      readRows(element, table, (row, at, weight) => {
        at.from = blocks.length
        push('row', row.cells.filter((cell) => cell !== '').join(' | '), at, { row, weight })
        at.to = blocks.length
      })
    } else walkChildren(element, element)
    flush(element)
    element.to = blocks.length
    const target = element.name === 'a' ? absoluteUrl(element.attributes.get('href'), url) : null
    const linkedTo = blocks[element.from]
    if (target && linkedTo) linkedTo.links.push({ text: linkedTo.text, url: target })
    ;({ region, zone, folded, field, strong, owner } = outer)
  }

  function walkChildren(element: PageElement, into: PageElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') {
        addText(child)
        continue
      }
      if (isNoise(child, pageSize)) continue
      if (child.name === 'br') {
        lineBreak(into)
        continue
      }
      if (child.name === 'hr') {
        flush(into)
        continue
      }
      if (isBlock(child)) walkBlock(child)
      else walkInline(child)
    }
  }

  walkBlock(tree.root)
  return blocks
}

function isBlock(element: PageElement): boolean {
  if (blockNames.has(element.name)) return true
  const style = element.attributes.get('style')
  if (style && /display\s*:\s*(?:block|flex|grid|table|list-item)/i.test(style)) return true
  if (element.name === 'a') return buttonMark.test(element.marks) || hasBlock(element)
  if (element.name === 'span' && / (?:d-block|block|w-100) /.test(element.marks)) return true
  return element.attributes.get('role') === 'heading' || element.name.includes('-')
}

function hasBlock(element: PageElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && blockNames.has(child.name))
}

function kindOf(element: PageElement): { kind: Block['kind']; level: number } {
  const heading = headingName.exec(element.name)
  if (heading) return { kind: 'heading', level: Number(heading[1]) }
  if (element.attributes.get('role') === 'heading') return { kind: 'heading', level: Math.min(6, Number(element.attributes.get('aria-level')) || 4) }
  switch (element.name) {
    case 'summary':
    case 'legend':
    case 'caption':
      return { kind: 'heading', level: 6 }
    case 'li':
      return { kind: 'entry', level: 0 }
    case 'dt':
      return { kind: 'term', level: 0 }
    case 'dd':
      return { kind: 'definition', level: 0 }
    case 'button':
      return element.attributes.has('aria-expanded') || element.attributes.has('aria-controls') || /[\s_-]accordion/.test(element.marks)
        ? { kind: 'heading', level: 6 }
        : { kind: 'action', level: 0 }
    case 'a':
      return buttonMark.test(element.marks) ? { kind: 'action', level: 0 } : { kind: 'paragraph', level: 0 }
  }
  if (element.attributes.has('aria-expanded') && element.name === 'div') return { kind: 'heading', level: 6 }
  for (let at = element.parent, hops = 0; at && hops < 4; at = at.parent, hops++) {
    if (headingName.test(at.name)) return { kind: 'heading', level: Number(at.name.slice(1)) }
    if (at.name === 'summary') return { kind: 'heading', level: 6 }
    if (at.name === 'button' && at.attributes.has('aria-expanded')) return { kind: 'heading', level: 6 }
    if (at.name === 'dd') return { kind: 'definition', level: 0 }
    if (at.name === 'li') return { kind: 'entry', level: 0 }
  }
  return { kind: 'paragraph', level: 0 }
}

function isHeavy(element: PageElement): boolean {
  switch (element.name) {
    case 'b':
    case 'strong':
    case 'u':
    case 'th':
      return true
    case 'font':
      return /^(?:\+[1-9]|[4-9])/.test(element.attributes.get('size') ?? '')
    case 'big':
      return true
  }
  const style = element.attributes.get('style')
  return style !== undefined && (boldFont.test(style) || underline.test(style) || bigFont.test(style))
}

function hintsOf(element: PageElement): string {
  let hints = ''
  for (let at: PageElement | null = element, hops = 0; at && hops < 3; at = at.parent, hops++) {
    hints += at.marks
    const property = at.attributes.get('itemprop')
    if (property) hints += `${property.toLowerCase()} `
    if (at.name === 'address') hints += 'address '
  }
  return hints
}

const generic =
  /^(?:logo|image|img|photo|picture|icon|banner|slide|slider|thumbnail|placeholder|brand|client|fleet|service|gallery|team|product|about(?: us)?|home|hero|background|avatar|socialpic|captcha|print|email|untitled)s?[\s\d_-]*$/i

/** Alternative text that says something: not a file name, not "Logo", and only where no other words stand for the picture. */
function meaningfulAlt(image: PageElement): string {
  const alt = readable(image.attributes.get('alt') ?? '').trim()
  if (alt.length < 4 || alt.length > 120 || generic.test(alt)) return ''
  if (
    /\.(?:jpe?g|png|gif|webp|svg|bmp)$|^(?:img|dsc|image)[\d_-]|[_/]/i.test(alt) ||
    /\blogo\b|badge|google ?plus|linked-?in|pinterest|tripadvisor|houzz|facebook|twitter|instagram|linkedin|youtube|whatsapp/i.test(alt)
  )
    return ''
  const link = image.parent?.name === 'a' ? image.parent : null
  return link && rawText(link).trim() === '' && link.parent && link.parent.size === 0 ? alt : ''
}
