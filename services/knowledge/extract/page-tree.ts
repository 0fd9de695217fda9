import { Tokenizer } from 'htmlparser2'

/** An element of a page; text stands as plain strings between its child elements. */
export type PageElement = {
  name: string
  attributes: ReadonlyMap<string, string>
  parent: PageElement | null
  children: (PageElement | string)[]
  /** Class names and id in lower case, with a space before and after: ` card faq-item `. */
  marks: string
  /** Characters of text inside, blanks counted once. */
  size: number
  /** Characters of `size` that are inside links. */
  linked: number
  /** Blocks of text inside, as a range of the page's block list; set while the blocks are read. */
  from: number
  to: number
  /** A header, footer or sidebar: headings inside do not rule outside. */
  landmark: boolean
}

/** A parsed page: the root holds everything, `elements` lists all in page order, `scripts` counts scripts that run. */
export type PageTree = { root: PageElement; elements: PageElement[]; scripts: number; noscript: string }

/** Elements nested deeper are read as if they stood at this depth. */
export const maxDepth = 150
/** Elements beyond this count are dropped; their text is kept. */
export const maxElements = 60_000
/** Characters of text beyond this count are dropped. */
export const maxText = 400_000

const maxAttribute = 2_000
const voids = new Set('area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '))
const skipped = new Set('script style svg template noscript iframe object canvas audio video applet'.split(' '))
const paragraphEnders = new Set(
  'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
)
const inline = new Set('a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strike strong sub sup tt u'.split(' '))
const cellWalls = new Set(['table', 'td', 'th', 'caption', 'body', 'html'])

type Rule = { closes: Set<string>; until: Set<string> }
const listWalls = new Set(['ul', 'ol', 'menu', 'table', 'td', 'th', 'section', 'article', 'nav', 'body'])
const definitionWalls = new Set(['dl', 'table', 'td', 'th', 'section', 'article', 'body'])
const cells: Rule = { closes: new Set(['td', 'th']), until: new Set(['table']) }
const sections: Rule = { closes: new Set(['thead', 'tbody', 'tfoot']), until: new Set(['table']) }
const impliedEnds = new Map<string, Rule>([
  ['li', { closes: new Set(['li']), until: listWalls }],
  ['dt', { closes: new Set(['dt', 'dd']), until: definitionWalls }],
  ['dd', { closes: new Set(['dt', 'dd']), until: definitionWalls }],
  ['td', cells],
  ['th', cells],
  ['tr', { closes: new Set(['tr']), until: new Set(['table']) }],
  ['thead', sections],
  ['tbody', sections],
  ['tfoot', sections],
  ['option', { closes: new Set(['option']), until: new Set(['select', 'datalist']) }],
  ['optgroup', { closes: new Set(['optgroup']), until: new Set(['select']) }],
])
const headings = /^h[1-6]$/

const noAttributes: ReadonlyMap<string, string> = new Map()
const element = (name: string, parent: PageElement | null, attributes = noAttributes): PageElement => ({
  name,
  attributes,
  parent,
  children: [],
  marks: '',
  size: 0,
  linked: 0,
  from: 0,
  to: 0,
  landmark: false,
})

/** Parses HTML of any quality in one pass, with bounded depth, element count and text; scripts, styles and drawings are left out, JSON-LD is kept. */
export function parsePage(html: string): PageTree {
  const root = element('#root', null)
  const stack: PageElement[] = [root]
  const elements: PageElement[] = []
  let characters = 0
  let scripts = 0
  let noscript = ''
  let skip: { name: string; depth: number } | null = null
  let name = ''
  let attributes: Map<string, string> | null = null
  let reading = false
  let attribute = ''
  let value = ''

  const top = () => stack[stack.length - 1] ?? root
  const findOpen = (names: Set<string>, walls: Set<string>): number => {
    for (let at = stack.length - 1, hops = 0; at > 0 && hops < 60; at--, hops++) {
      const name = stack[at]?.name ?? ''
      if (names.has(name)) return at
      if (walls.has(name)) return -1
    }
    return -1
  }
  const addText = (given: string) => {
    if (skip) {
      if (skip.name === 'noscript' && noscript.length < 500) noscript += given.slice(0, 500)
      return
    }
    if (characters >= maxText) return
    const text = given.length > maxText - characters ? given.slice(0, maxText - characters) : given
    characters += text.length
    const children = top().children
    const last = children.length - 1
    if (typeof children[last] === 'string') children[last] += text
    else children.push(text)
  }
  const closeImplied = (name: string) => {
    const rule = impliedEnds.get(name)
    if (rule) {
      const at = findOpen(rule.closes, rule.until)
      if (at > 0) stack.length = at
    }
    if (paragraphEnders.has(name)) {
      const at = findOpen(paragraph, cellWalls)
      if (at > 0) stack.length = at
    }
    if (headings.test(name) && headings.test(top().name)) stack.pop()
    if (name === 'a' && top().name === 'a') stack.pop()
  }
  const open = () => {
    if (skip) {
      if (name === skip.name && !voids.has(name)) skip.depth++
      return
    }
    const given = attributes ?? noAttributes
    if (skipped.has(name)) {
      const kept = name === 'script' && /ld\+json/i.test(given.get('type') ?? '')
      const shadow = name === 'template' && given.has('shadowrootmode')
      if (name === 'script' && !kept) scripts++
      if (!kept && !shadow) {
        skip = { name, depth: 1 }
        return
      }
    }
    if (elements.length >= maxElements) return
    closeImplied(name)
    const parent = top()
    const made = element(name, parent, given)
    made.marks = ` ${given.get('id') ?? ''} ${given.get('class') ?? ''} `.toLowerCase()
    parent.children.push(made)
    elements.push(made)
    if (!voids.has(name) && stack.length < maxDepth) stack.push(made)
  }
  const close = (closed: string) => {
    if (skip) {
      if (closed === skip.name && --skip.depth === 0) skip = null
      return
    }
    if (closed === 'br') {
      top().children.push(element('br', top()))
      return
    }
    const walls = impliedEnds.get(closed)?.until ?? (closed === 'table' ? noWalls : cellWalls)
    for (let at = stack.length - 1; at > 0; at--) {
      const open = stack[at]?.name ?? ''
      if (open === closed) {
        stack.length = at
        return
      }
      if (walls.has(open) || (inline.has(closed) && !inline.has(open) && open !== 'p')) return
    }
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
        attributes = null
        reading = !skip && (elements.length < maxElements || name === 'script')
      },
      onattribname(start, end) {
        attribute = reading ? html.slice(start, end).toLowerCase() : ''
        value = ''
      },
      onattribdata(start, end) {
        if (reading && value.length < maxAttribute) value += html.slice(start, Math.min(end, start + maxAttribute))
      },
      onattribentity(code) {
        if (reading) value += String.fromCodePoint(code)
      },
      onattribend() {
        if (!reading) return
        attributes ??= new Map()
        if (attributes.size < 40 && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: open,
      onselfclosingtag() {
        if (!skip && (name === 'script' || !skipped.has(name))) open()
      },
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => addText(html.slice(start, Math.min(end, start + maxText))),
      ontextentity: (code) => addText(String.fromCodePoint(code)),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  measure(root, false)
  return { root, elements, scripts, noscript }
}

const paragraph = new Set(['p'])
const noWalls = new Set<string>()
const unread = new Set(['script', 'title', 'head', 'select', 'textarea', 'datalist'])

function measure(of: PageElement, inLink: boolean): void {
  const link = inLink || of.name === 'a'
  for (const child of of.children) {
    if (typeof child === 'string') {
      const length = child.replace(/\s+/g, ' ').length - (/^\s/.test(child) ? 1 : 0)
      of.size += length
      if (link) of.linked += length
    } else {
      measure(child, link)
      if (unread.has(child.name)) continue
      of.size += child.size
      of.linked += child.linked
    }
  }
}

/** All text below an element, blanks as they are. */
export function rawText(of: PageElement): string {
  let text = ''
  for (const child of of.children) text += typeof child === 'string' ? child : rawText(child)
  return text
}
