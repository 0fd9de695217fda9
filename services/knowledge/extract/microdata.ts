import type { Thing } from './linked-data.ts'
import { type PageElement, type PageTree, rawText } from './page-tree.ts'
import { readable } from './readable-text.ts'

const maxThings = 200
type Values = Map<string, (string | PageElement)[]>

/** Reads the things a page marks by microdata (`itemscope`) or RDFa (`typeof`), outermost first. */
export function readMicrodata(tree: PageTree): Thing[] {
  const found: Thing[] = []
  for (const element of tree.elements) {
    if (found.length >= maxThings) break
    const type = typeOf(element)
    if (
      type === '' ||
      /Breadcrumb|ListItem|WebPage|WebSite|WP[A-Z]|ImageObject|PostalAddress|Rating$(?<!AggregateRating)|OpeningHours|ContactPoint|Answer$|SiteNavigation/.test(
        type,
      )
    )
      continue
    found.push(thingOf(element, type, 0))
  }
  return found
}

function typeOf(element: PageElement): string {
  const type = element.attributes.has('itemscope') ? element.attributes.get('itemtype') : element.attributes.get('typeof')
  return (
    type
      ?.trim()
      .split(/\s+/)[0]
      ?.replace(/^.*[/:#]/, '') ?? ''
  )
}

function thingOf(element: PageElement, type: string, depth: number): Thing {
  const values: Values = new Map()
  collect(element, values, 0)
  const all = (property: string) => values.get(property) ?? []
  const texts = (property: string) => all(property).filter((value): value is string => typeof value === 'string' && value !== '')
  const things = (property: string): Thing[] =>
    depth > 5 ? [] : all(property).flatMap((value) => (typeof value === 'string' ? [] : [thingOf(value, typeOf(value), depth + 1)]))
  return {
    type,
    text: (property) => texts(property)[0] ?? '',
    texts,
    things,
    names: (property) => [
      ...texts(property),
      ...things(property)
        .map((thing) => thing.text('name'))
        .filter((name) => name !== ''),
    ],
  }
}

/** Properties of a thing, not of the things in it; at most 30 levels down. */
function collect(element: PageElement, into: Values, depth: number): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const property = child.attributes.get('itemprop') ?? child.attributes.get('property')
    const own = typeOf(child) !== '' || child.attributes.has('itemscope')
    for (const name of property?.trim().split(/\s+/) ?? []) {
      const key = name.replace(/^.*[/:#]/, '')
      const list = into.get(key) ?? []
      if (list.length < 50) list.push(own ? child : valueOf(child))
      into.set(key, list)
    }
    if (!own && depth < 30) collect(child, into, depth + 1)
  }
}

function valueOf(element: PageElement): string {
  const { attributes } = element
  const given = attributes.get('content') ?? attributes.get('datetime') ?? (element.name === 'link' ? attributes.get('href') : undefined)
  const shown = readable(rawText(element)).trim()
  return (given !== undefined && (shown === '' || element.name === 'meta' || given.length < 40) ? readable(given).trim() : shown).slice(0, 5_000)
}
