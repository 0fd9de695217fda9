import type { Block } from './block.ts'
import { givesOrders, isPlaceholder } from './doubt.ts'
import type { Finding } from './finding.ts'
import { isIdle } from './idle-text.ts'
import { isRoutineLabel } from './menu.ts'
import { headingText, type Placed } from './outline.ts'
import { answerText, isQuestion, questionText } from './question.ts'
import type { Subject } from './subject.ts'

/** Characters a passage grows to before the next begins; a longer paragraph is cut at sentences. */
const passageSize = 620
const paragraphLimit = 1100

/** Reads running text, lists, cards, table rows, questions and menus out of placed blocks. `subject` is what the page is about, told where no heading says it. */
export function readPassages(placed: Placed[], subject: Subject): Finding[] {
  const found: Finding[] = []
  const ruled = headsWithBody(placed)
  let chunk: Placed[] = []
  let size = 0
  let card: object | null = null
  let doubt = false

  const flush = () => {
    if (chunk.length > 0) found.push(...passageOf(chunk, subject))
    chunk = []
    size = 0
  }
  placed.forEach((place, at) => {
    const { block } = place
    if (place.card) {
      if (place.card !== card) {
        flush()
        found.push(cardFinding(place, subject))
      }
      card = place.card
      return
    }
    card = null
    if (block.idle) return
    switch (block.kind) {
      case 'menu':
      case 'choice':
        flush()
        found.push(...menuFindings(place, subject))
        return
      case 'row':
        flush()
        if (block.row && block.row.name !== '') found.push(rowFinding(place, subject))
        return
      case 'heading':
        if (ruled.has(block.index) || isIdle(block.text) || block.region === 'form') return flush()
        if (chunk.at(-1)?.block.kind !== 'heading') flush()
        break
      case 'term': {
        flush()
        const pair = definitionOf(placed, at, subject)
        if (pair) found.push(pair)
        return
      }
      case 'definition':
        if (placed[at - 1]?.block.kind === 'term' || placed[at - 1]?.block.kind === 'definition') return
    }
    const last = chunk.at(-1)
    const bare = last?.block.kind === 'heading'
    const apart = last && (last.heads.at(-1) !== place.heads.at(-1) || last.block.region !== block.region || (bare && block.kind !== 'heading'))
    const doubtful = givesOrders(block.text) || isPlaceholder(block.text)
    const mixed = last !== undefined && doubtful !== doubt
    const full = size + block.text.length > passageSize && size > 60 && !last?.block.text.endsWith(':')
    if (apart || full || mixed || (block.kind === 'action' && last && last.block.kind !== 'action' && size > passageSize)) flush()
    doubt = doubtful
    chunk.push(place)
    size += block.text.length
  })
  flush()
  return found
}

/** Headings with something under them. */
function headsWithBody(placed: Placed[]): Set<number> {
  const ruled = new Set<number>()
  for (const { block, heads } of placed) if (!block.idle) for (const head of heads) ruled.add(head.index)
  return ruled
}

const trustOf = (block: Block): number => {
  const place = { main: 1, header: 0.85, footer: 0.85, aside: 0.85, form: 0.6 }[block.region]
  return place * (block.folded ? 0.95 : 1)
}

function passageOf(chunk: Placed[], subject: Subject): Finding[] {
  const first = chunk[0]
  const last = chunk.at(-1)
  if (!first || !last) return []
  const whole = chunk.map((place) => place.block.text).join('\n')
  const path = fullPath(first, subject)
  const head = first.heads.at(-1)
  const question = head !== undefined && isQuestion(head.text)
  const kind: Finding['kind'] = question ? 'question' : 'passage'
  const text = question ? answerText(whole) : whole
  const common = { kind, label: null, value: null, types: [] }
  const trust = (question ? 0.85 : 0.75) * trustOf(first.block) * (text.length < 25 ? 0.5 : text.length < 50 ? 0.75 : 1) * (linkShare(chunk) > 0.8 ? 0.6 : 1)
  if (chunk.length > 1 || whole.length <= paragraphLimit) {
    return [{ ...common, path, text, start: first.block.start, end: last.block.start + last.block.text.length, trust }]
  }
  return sentencesOf(whole).map(([from, to]) => ({
    ...common,
    path,
    text: whole.slice(from, to),
    start: first.block.start + from,
    end: first.block.start + to,
    trust,
  }))
}

function linkShare(chunk: Placed[]): number {
  let all = 0
  let linked = 0
  for (const { block } of chunk) {
    all += block.text.length
    for (const link of block.links) linked += link.text.length
  }
  return all === 0 ? 0 : linked / all
}

/** Cuts a long text into ranges of whole sentences, none trimmed text lost. */
function sentencesOf(text: string): [number, number][] {
  const ranges: [number, number][] = []
  let from = 0
  for (const end of text.matchAll(/[.!?।](?=\s)|\n/g)) {
    const to = end.index + 1
    if (to - from >= passageSize * 0.7) {
      ranges.push([from, end[0] === '\n' ? to - 1 : to])
      from = to
      while (/\s/.test(text[from] ?? '')) from++
    }
  }
  if (from < text.length) ranges.push([from, text.length])
  return ranges
}

function cardFinding(place: Placed, subject: Subject): Finding {
  const { card, block } = place
  const blocks = card?.blocks ?? [block]
  const told = blocks.filter((each) => !each.idle)
  const first = told[0] ?? block
  const last = told.at(-1) ?? block
  const text =
    (card?.text ?? block.text)
      .split('\n')
      .filter((line) => !isIdle(line))
      .join('\n') ||
    (card?.title ?? '')
  const title = card?.title ?? ''
  const question = isQuestion(title)
  const kind = question ? 'question' : text.length <= 160 ? 'row' : 'passage'
  const form = told.every((each) => each.region === 'form')
  const routine = isRoutineLabel(title) && told.every((each) => each.links.length > 0 || each.kind === 'heading')
  return {
    kind,
    path: [...fullPath(place, subject), questionText(title)],
    text,
    label: null,
    value: null,
    start: first.start,
    end: last.start + last.text.length,
    trust: 0.8 * trustOf(first) * (form || routine ? 0.3 : 1) * (card?.group.filler ? 0.25 : 1) * (text.length < 4 || text === title ? 0.5 : 1),
    types: [],
  }
}

function rowFinding(place: Placed, subject: Subject): Finding {
  const { block } = place
  const row = block.row
  const headers = row?.headers ?? []
  const cells = row?.cells ?? []
  const filled = cells.filter((cell) => cell !== '')
  const named = headers.some((header) => header !== '')
  const name = row?.name ?? ''
  let text = block.text
  if (named) text = cells.flatMap((cell, at) => (cell === '' ? [] : [headers[at] && headers[at] !== cell ? `${headers[at]}: ${cell}` : cell])).join('; ')
  else if (filled.length === 2) text = `${name.replace(/\s*:$/, '')}: ${filled[1]}`
  return {
    kind: isQuestion(name) && filled.length === 2 ? 'question' : 'row',
    path: [...fullPath(place, subject), ...(row?.caption ? row.caption.split(' › ') : []), questionText(name.replace(/\s*:$/, ''))],
    text,
    label: null,
    value: null,
    start: block.start,
    end: block.start + block.text.length,
    trust: 0.85 * trustOf(block),
    types: [],
  }
}

function definitionOf(placed: Placed[], at: number, subject: Subject): Finding | null {
  const place = placed[at]
  if (!place) return null
  const body: Block[] = []
  for (let next = at + 1; placed[next]?.block.kind === 'definition'; next++) {
    const block = placed[next]?.block
    if (block && !block.idle) body.push(block)
  }
  const last = body.at(-1)
  const term = place.block.text.replaceAll('\n', ' ')
  if (!last) return null
  const question = isQuestion(term)
  const answer = body.map((block) => block.text).join('\n')
  return {
    kind: question ? 'question' : answer.length <= 160 ? 'row' : 'passage',
    path: [...fullPath(place, subject), questionText(headingText(term))],
    text: question ? answer : `${headingText(term)}: ${answer}`,
    label: null,
    value: null,
    start: place.block.start,
    end: last.start + last.text.length,
    trust: 0.85 * trustOf(place.block),
    types: [],
  }
}

function menuFindings(place: Placed, subject: Subject): Finding[] {
  const { block } = place
  const flat = block.path.length === 0
  const labels = block.text.split('\n').slice(flat ? 0 : 1)
  const told = labels.filter((label) => !isRoutineLabel(label) && !isIdle(label))
  const heading = place.path.at(-1) ?? ''
  if (told.length === 0 || (flat && (told.length < 2 || heading === '' || isRoutineLabel(heading)))) return []
  const own = flat ? [heading] : block.path.filter((label) => label !== '')
  const choice = block.kind === 'choice'
  return [
    {
      kind: 'row',
      path: choice || flat ? [...fullPath(place, subject), ...own] : own,
      text: `${own.at(-1) ?? ''}: ${told.join('; ')}`,
      label: null,
      value: null,
      start: block.start,
      end: block.start + block.text.length,
      trust: choice ? 0.4 : own.length > 1 || told.length > 1 ? 0.45 : 0.3,
      types: ['Menu'],
    },
  ]
}

const hollow =
  /^(?:faqs?|frequently asked questions|questions|q ?& ?a|home|welcome|details|overview|अक्सर पूछे जाने वाले (?:प्रश्न|सवाल)|সচরাচর জিজ্ঞাস(?:্য|া)|প্রশ্নোত্তর)$/i

/** The headings above, with the page's subject in front where they do not say it; in a page's header or footer the business's name instead. */
export function fullPath({ block, path }: Placed, subject: Subject): string[] {
  const steps = path.filter((step) => step !== '' && !hollow.test(step)).map(questionText)
  if (block.zone > 0) return steps.length > 0 ? steps : [subject.site]
  const said = steps.join(' ').toLowerCase()
  return [...subject.path.filter((step) => !said.includes(step.toLowerCase())), ...steps]
}
