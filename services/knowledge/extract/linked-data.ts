/** A thing stated in JSON-LD or microdata, read by property; what is missing is empty. */
export type Thing = {
  type: string
  /** The first value as text. */
  text: (property: string) => string
  /** All values that are plain. */
  texts: (property: string) => string[]
  /** All values that are things themselves. */
  things: (property: string) => Thing[]
  /** All values as text: plain ones, and names of things. */
  names: (property: string) => string[]
}

/** Depth and count of things read. */
const maxDepth = 8
const maxThings = 500
const passing = /BreadcrumbList|ListItem|ImageObject|SearchAction|WebSite$|WebPage$|ReadAction|EntryPoint/

/** Reads a JSON-LD script into all the things in it, nested ones after the outer; broken JSON yields none. */
export function readJson(source: string): Thing[] {
  const found: Thing[] = []
  const collect = (value: unknown, depth: number) => {
    if (depth > maxDepth || found.length >= maxThings || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const each of value) collect(each, depth + 1)
      return
    }
    const record = value as Record<string, unknown>
    const type = typeOf(record)
    if (type !== '' && !passing.test(type)) found.push(thingOf(type, record, 0))
    for (const [key, inner] of Object.entries(record)) if (key !== '@context' && !nested.has(key)) collect(inner, depth + 1)
  }
  collect(parsed(source), 0)
  return found
}

/** Properties read with the thing they belong to. */
const nested = new Set([
  'address',
  'contactPoint',
  'openingHoursSpecification',
  'acceptedAnswer',
  'suggestedAnswer',
  'geo',
  'location',
  'founder',
  'offers',
  'review',
  'author',
  'publisher',
  'brand',
  'logo',
  'image',
])

function parsed(source: string): unknown {
  if (source.length > 500_000) return null
  const clean = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g, '')
    .trim()
    .replace(/;$/, '')
  for (const attempt of [clean, clean.replace(/\p{Cc}+/gu, ' '), clean.replace(/,\s*([}\]])/g, '$1').replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return null
}

function typeOf(record: Record<string, unknown>): string {
  const type = record['@type']
  const first = Array.isArray(type) ? type.find((each) => typeof each === 'string') : type
  return typeof first === 'string' ? first.replace(/^.*[/:#]/, '') : ''
}

function thingOf(type: string, record: Record<string, unknown>, depth: number): Thing {
  const values = (property: string): unknown[] => {
    const value = record[property]
    return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 100) : [value]
  }
  const texts = (property: string) =>
    values(property)
      .flatMap((value) => {
        if (typeof value === 'string') return [plain(value)]
        if (typeof value === 'number') return [String(value)]
        return typeof value === 'object' && value !== null && '@value' in value ? [plain(String(value['@value']))] : []
      })
      .filter((text) => text !== '')
  const things = (property: string) =>
    depth > maxDepth
      ? []
      : values(property).flatMap((value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? [thingOf(typeOf(value as Record<string, unknown>), value as Record<string, unknown>, depth + 1)]
            : [],
        )
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

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Text without the HTML some sites put into JSON-LD. */
function plain(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code: string | undefined, name: string | undefined) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (entities[name?.toLowerCase() ?? ''] ?? whole),
    )
    .replace(/\s+/g, ' ')
    .trim()
}
