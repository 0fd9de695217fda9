/** An element of TwiML; `text` is all text within it, entities resolved. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([A-Za-z][\w.-]*)\s*>|<([A-Za-z][\w.-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y
const attribute = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads the root element of a small XML document, strictly: whatever is not well formed throws. No doctype, no CDATA, no namespaces. */
export function readXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  token.lastIndex = 0
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) throw new SyntaxError(`not well formed at ${at}: ${text.slice(at, at + 40)}`)
    const [whole, closed, opened, attributes = '', empty] = found
    const inside = open.at(-1)!
    if (closed !== undefined) {
      if (open.length < 2 || inside.name !== closed) throw new SyntaxError(`</${closed}> closes nothing`)
      open.pop()
    } else if (opened !== undefined) {
      const element: XmlElement = { name: opened, attributes: attributesOf(attributes), children: [], text: '' }
      inside.children.push(element)
      if (!empty) open.push(element)
    } else if (!whole.startsWith('<')) {
      if (inside === top && whole.trim() !== '') throw new SyntaxError('text outside of the root')
      inside.text += resolve(whole)
    }
  }
  const [root, ...others] = top.children
  if (open.length > 1 || !root || others.length > 0) throw new SyntaxError('not one root element')
  return root
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (name in attributes) throw new SyntaxError(`the attribute ${name} twice`)
    attributes[name] = resolve((double ?? single ?? '').replace(/[\t\n\r]/g, ' '))
  }
  return attributes
}

function resolve(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these characters are what XML 1.0 forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) throw new SyntaxError('a character that XML cannot carry')
  return text.replace(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+));|&/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const character = name === undefined ? String.fromCodePoint(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) : named[name]
    if (whole === '&' || character === undefined) throw new SyntaxError(`an entity that is none: ${whole}`)
    return character
  })
}
