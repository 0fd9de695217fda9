/** Words of a line: plain, or with a meaning. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; inner: Inline[] }
  | { kind: 'emphasis'; inner: Inline[] }
  | { kind: 'link'; to: string; inner: Inline[] }
  | { kind: 'image'; source: string; words: string }

export type Block =
  | { kind: 'heading'; level: number; id: string; inner: Inline[]; text: string }
  | { kind: 'paragraph'; inner: Inline[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }

const inlineToken = /`([^`]+)`|!\[([^\]]*)\]\(([^)\s]+)\)|\[((?:[^\][]|\[[^\]]*\])+)\]\(([^)\s]+)\)|\*\*([^*]+(?:\*[^*]+\*[^*]*)*)\*\*|\*([^*\s][^*]*)\*/g
const item = /^(\s*)([-*]|\d+\.)(\s+)/
const fence = /^(\s*)```(\S*)/

/** Reads the part of Markdown that the guides are written in (CommonMark with tables). Nothing of it is ever HTML. */
export function readMarkdown(text: string): Block[] {
  return blocksOf(text.replaceAll(/<!--[\s\S]*?-->/g, '').split(/\r?\n/))
}

/** The address of a heading inside of its page, as GitHub makes it. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
}

/** Reads the words of one line. */
export function readInline(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(inlineToken)) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) })
    from = match.index + match[0].length
    const [, code, words, source, label, to, strong, emphasis] = match
    if (code !== undefined) found.push({ kind: 'code', text: code })
    else if (source !== undefined) found.push({ kind: 'image', source, words: words ?? '' })
    else if (label !== undefined && to !== undefined) found.push({ kind: 'link', to, inner: readInline(label) })
    else if (strong !== undefined) found.push({ kind: 'strong', inner: readInline(strong) })
    else found.push({ kind: 'emphasis', inner: readInline(emphasis ?? '') })
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) })
  return found
}

/** The plain words of a line. */
export function plainOf(inner: readonly Inline[]): string {
  return inner.map((it) => ('text' in it ? it.text : 'inner' in it ? plainOf(it.inner) : it.words)).join('')
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    if (!line.trim()) at++
    else if (fence.test(line)) at = readFence(lines, at, blocks)
    else if (heading) {
      const inner = readInline(heading[2]!)
      blocks.push({ kind: 'heading', level: heading[1]!.length, id: headingId(plainOf(inner)), inner, text: plainOf(inner) })
      at++
    } else if (isTable(lines, at)) at = readTable(lines, at, blocks)
    else if (item.test(line)) at = readList(lines, at, blocks)
    else {
      const from = at
      while (at < lines.length && lines[at]!.trim() && (at === from || !startsBlock(lines, at))) at++
      blocks.push({
        kind: 'paragraph',
        inner: readInline(
          lines
            .slice(from, at)
            .map((it) => it.trim())
            .join(' '),
        ),
      })
    }
  }
  return blocks
}

function startsBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at]!
  return fence.test(line) || /^#{1,6}\s/.test(line) || item.test(line) || isTable(lines, at)
}

function readFence(lines: readonly string[], from: number, blocks: Block[]): number {
  const [, indent = '', language = ''] = fence.exec(lines[from]!)!
  let at = from + 1
  while (at < lines.length && !/^\s*```\s*$/.test(lines[at]!)) at++
  const text = lines
    .slice(from + 1, at)
    .map((it) => (it.startsWith(indent) ? it.slice(indent.length) : it.trimStart()))
    .join('\n')
  blocks.push({ kind: 'code', language, text })
  return at + 1
}

function isTable(lines: readonly string[], at: number): boolean {
  return lines[at]!.trim().startsWith('|') && /^\s*\|[\s:|-]+\|\s*$/.test(lines[at + 1] ?? '')
}

function readTable(lines: readonly string[], from: number, blocks: Block[]): number {
  // A bar in a cell is written \|.
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split(/(?<!\\)\|/)
      .map((it) => readInline(it.replaceAll('\\|', '|').trim()))
  let at = from + 2
  while (at < lines.length && lines[at]!.trim().startsWith('|')) at++
  blocks.push({ kind: 'table', head: cells(lines[from]!), rows: lines.slice(from + 2, at).map(cells) })
  return at
}

function readList(lines: readonly string[], from: number, blocks: Block[]): number {
  const [, indent = '', mark = ''] = item.exec(lines[from]!)!
  const ordered = mark.endsWith('.')
  const items: string[][] = []
  let [at, deep] = [from, 0]
  for (; at < lines.length; at++) {
    const line = lines[at]!
    const next = item.exec(line)
    const inset = line.length - line.trimStart().length
    if (next && next[1]!.length <= indent.length && next[2]!.endsWith('.') === ordered) {
      deep = next[0].length
      items.push([line.slice(deep)])
    } else if (!line.trim() || inset >= deep) items.at(-1)!.push(line.slice(deep))
    else if (lines[at - 1]!.trim() && inset > indent.length && !startsBlock(lines, at)) items.at(-1)!.push(line.trimStart())
    else break
  }
  blocks.push({ kind: 'list', ordered, items: items.map(blocksOf) })
  return at
}
