/** A run of text on a page: where it stands (in points, `y` from the bottom), how wide and how tall its letters are. */
export type Run = { text: string; x: number; y: number; width: number; height: number }

type Line = { cells: string[]; height: number; y: number }

/** From so many letter heights on a gap between runs parts two cells of a table. */
const cellGap = 1.6
/** From so many letter heights on a gap between runs is a space. */
const wordGap = 0.15
/** Lines so much taller than most are headings. */
const headingRatio = 1.18
const longestHeading = 120

/** The runs of a page as simple HTML, in reading order: headings, paragraphs, lists, tables. `body` is the usual letter height of the document. */
export function layOut(runs: readonly Run[], body: number): string {
  const lines = linesOf(runs)
  const html: string[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    const rows = tableAt(lines, at)
    if (rows > 1) {
      html.push(
        `<table>${lines
          .slice(at, at + rows)
          .map(({ cells }) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
          .join('')}</table>`,
      )
      at += rows
      continue
    }
    const text = line.cells.join(' ')
    if (line.height >= body * headingRatio && text.length <= longestHeading) {
      html.push(`<h2>${escapeHtml(text)}</h2>`)
      at++
      continue
    }
    const entry = bullet.exec(text)
    const paragraph = [entry ? text.slice(entry[0].length) : text]
    at++
    for (; at < lines.length; at++) {
      const [next, before] = [lines[at], lines[at - 1]]
      if (!next || !before || !continues(before, next, body) || tableAt(lines, at) > 1) break
      paragraph.push(next.cells.join(' '))
    }
    const whole = escapeHtml(joined(paragraph))
    html.push(entry ? `<ul><li>${whole}</li></ul>` : `<p>${whole}</p>`)
  }
  return html.join('\n').replace(/<\/ul>\n<ul>/g, '')
}

const bullet = /^(?:[•●▪◦‣·–*-]|\d{1,2}[.)])\s+/

/** The letter height most text of a document has. */
export function bodyHeight(runs: readonly Run[]): number {
  const lengths = new Map<number, number>()
  for (const { height, text } of runs) {
    const rounded = Math.round(height * 2) / 2
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** Runs in lines from top to bottom, each cut into cells where wide gaps stand. */
function linesOf(runs: readonly Run[]): Line[] {
  const sorted = runs.filter((run) => run.text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Run[][] = []
  for (const run of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - run.y) <= Math.max(first.height, run.height) * 0.5) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => {
    row.sort((a, b) => a.x - b.x)
    const cells: string[] = []
    let end = Number.NEGATIVE_INFINITY
    for (const run of row) {
      const gap = (run.x - end) / (run.height || 10)
      if (cells.length === 0 || gap > cellGap) cells.push(run.text)
      else cells[cells.length - 1] += gap > wordGap && !cells.at(-1)?.endsWith(' ') && !run.text.startsWith(' ') ? ` ${run.text}` : run.text
      end = run.x + run.width
    }
    return {
      cells: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter(Boolean),
      height: Math.max(...row.map((run) => run.height)),
      y: row[0]?.y ?? 0,
    }
  })
}

/** How many lines from here on are rows of one table: at least two, each with as many cells. */
function tableAt(lines: readonly Line[], at: number): number {
  const count = lines[at]?.cells.length ?? 0
  if (count < 2) return 0
  let rows = 1
  while (lines[at + rows]?.cells.length === count) rows++
  return rows
}

/** Whether a line goes on with the paragraph of the one before: as tall, close below it, and no entry of a list. */
function continues(before: Line, next: Line, body: number): boolean {
  if (next.height >= body * headingRatio || bullet.test(next.cells.join(' '))) return false
  return before.y - next.y <= Math.max(before.height, next.height) * 1.75
}

/** Lines as one text; a word cut by a hyphen at the end of a line is whole again. */
const joined = (lines: readonly string[]) =>
  lines.reduce((text, line) => (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : `${text} ${line}`))

const escapeHtml = (text: string) => text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
