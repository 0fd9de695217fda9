const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop clipPath mask'.split(' '),
)
const attributes = new Set(
  `id d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points viewBox preserveAspectRatio transform version offset pathLength
  fill fill-opacity fill-rule clip-path clip-rule mask opacity color stop-color stop-opacity gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits
  maskContentUnits stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset font-family font-size
  font-weight font-style text-anchor letter-spacing display visibility`.split(/\s+/),
)
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<\/(?<end>[\w:.-]+)\s*>|<(?<start>[\w:.-]+)(?<given>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<closed>\/?)>|(?<text>[^<]+)/iy
const given = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const mostTokens = 20_000
const mostDepth = 64

/**
 * An SVG of the same looks in which nothing can run, load or point elsewhere: it is written anew from shapes, gradients and words alone, whatever else stood in it.
 * Undefined for what is no well-formed SVG (XML 1.0) or declares entities of its own.
 */
export function safeSvg(source: string): string | undefined {
  const open: { name: string; kept: boolean }[] = []
  const written: string[] = []
  let roots = 0
  let tokens = 0
  token.lastIndex = source.charCodeAt(0) === 0xfeff ? 1 : 0
  while (token.lastIndex < source.length) {
    const found = token.exec(source)?.groups
    if (!found || ++tokens > mostTokens || open.length > mostDepth) return undefined
    const inside = open.at(-1)
    if (found.start !== undefined) {
      if (!inside && (++roots > 1 || found.start !== 'svg')) return undefined
      const kept = (inside?.kept ?? true) && elements.has(found.start)
      if (kept)
        written.push(`<${found.start}${inside ? '' : ' xmlns="http://www.w3.org/2000/svg"'}${keptAttributes(found.given ?? '')}${found.closed ? '/>' : '>'}`)
      if (!found.closed) open.push({ name: found.start, kept })
    } else if (found.end !== undefined) {
      if (open.pop()?.name !== found.end) return undefined
      if (inside?.kept) written.push(`</${found.end}>`)
    } else if (found.text !== undefined) {
      if (!inside && found.text.trim()) return undefined
      if (inside?.kept) written.push(escaped(plain(found.text)))
    }
  }
  return roots === 1 && open.length === 0 ? written.join('') : undefined
}

function keptAttributes(text: string): string {
  const pairs = [...text.matchAll(given)].flatMap(([, name = '', one, other]): [string, string][] => {
    const value = plain(one ?? other ?? '')
    // Drawing programs write looks as style; each declaration has an attribute of the same name.
    return name === 'style'
      ? value.split(';').map((it): [string, string] => [it.split(':')[0]!.trim(), it.split(':').slice(1).join(':').trim()])
      : [[name, value]]
  })
  const kept = new Map(pairs.filter(([name, value]) => attributes.has(name) && isHarmless(value)))
  return [...kept].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
}

/** What it names is inside of the same picture. */
function isHarmless(value: string): boolean {
  return (
    !/[\\\p{Cc}]/u.test(value.replaceAll(/[\t\r\n]/g, ' ')) &&
    !/url\(|image|src|import|expression|script:/i.test(value.replaceAll(/url\(\s*['"]?#[\w.-]+['"]?\s*\)/gi, ''))
  )
}

function plain(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? ''
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ''
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
