import type { RowCells } from './block.ts'
import type { PageElement } from './page-tree.ts'
import { needsSpace, readable } from './readable-text.ts'

const maxRows = 600
const maxColumns = 24
const structure = new Set(['table', 'form', 'h1', 'h2', 'iframe', 'nav', 'section', 'article'])

type Cell = { text: string; header: boolean; bold: boolean; columns: number; rows: number; own: boolean }

/** Whether a table holds data in rows and columns, rather than laying out the page. */
export function isDataTable(table: PageElement): boolean {
  if (table.attributes.get('role') === 'presentation' || holds(table, structure)) return false
  const rows = rowsOf(table)
  if (rows.length < 2) return false
  let cells = 0
  let full = 0
  let longest = 0
  let total = 0
  let headers = 0
  for (const row of rows) {
    let filled = 0
    for (const cell of cellsOf(row)) {
      cells++
      if (cell.name === 'th') headers++
      if (cell.size > 0) filled++
      total += cell.size
      longest = Math.max(longest, cell.size)
    }
    if (filled >= 2) full++
  }
  if (cells === 0 || full === 0) return false
  if (table.size > 0 && table.linked / table.size > 0.9 && headers === 0) return false
  if (headers > 0) return longest <= 1500 && full >= rows.length * 0.3
  return full >= rows.length * 0.6 && longest <= 400 && total / cells <= 140
}

/** Reads the rows of a data table, header rows left out and told with every row; cells that span rows or columns count for each. `weight` is the share of bold cells. */
export function readRows(table: PageElement, number: number, found: (row: RowCells, at: PageElement, weight: number) => void): void {
  const rows = rowsOf(table).slice(0, maxRows)
  const grid = gridOf(rows)
  const caption = table.children.find((child): child is PageElement => typeof child !== 'string' && child.name === 'caption')
  let group = caption ? cellText(caption) : ''
  const headerRows = headerCount(rows, grid)
  const headers: string[] = []
  for (const line of grid.slice(0, headerRows)) {
    line.forEach((cell, at) => {
      const before = headers[at] ?? ''
      headers[at] = before === '' || before === cell.text ? cell.text : cell.text === '' ? before : `${before} ${cell.text}`
    })
  }
  const title = group
  rows.forEach((row, at) => {
    const line = grid[at] ?? []
    const own = line.filter((cell) => cell.text !== '')
    if (own.length === 0) return
    if (at < headerRows) {
      if (headers.length > 0) found({ table: number, caption: group, headers: [], cells: own.map((cell) => cell.text), name: '' }, row, 1)
      return
    }
    if (own.length > 1 && own.every((cell) => cell === own[0])) {
      group = title && own[0] ? `${title} › ${own[0].text}` : (own[0]?.text ?? title)
      found({ table: number, caption: title, headers: [], cells: [own[0]?.text ?? ''], name: '' }, row, 1)
      return
    }
    const cells = line.map((cell, column) => (column > 0 && line[column - 1] === cell ? '' : cell.text))
    found({ table: number, caption: group, headers, cells, name: own[0]?.text ?? '' }, row, own.filter((cell) => cell.bold).length / own.length)
  })
}

function holds(element: PageElement, names: Set<string>): boolean {
  return element.children.some((child) => typeof child !== 'string' && (names.has(child.name) || holds(child, names)))
}

function rowsOf(table: PageElement): PageElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [child]
    return child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot' ? rowsOf(child) : []
  })
}

function cellsOf(row: PageElement): PageElement[] {
  return row.children.filter((child): child is PageElement => typeof child !== 'string' && (child.name === 'td' || child.name === 'th'))
}

/** Lays cells out on a grid; a cell that spans appears in every place it covers. */
function gridOf(rows: PageElement[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const element of cellsOf(row)) {
      while (grid[at]?.[column]) column++
      if (column >= maxColumns) break
      const cell: Cell = {
        text: cellText(element),
        header: element.name === 'th',
        bold: element.name === 'th' || isBold(element),
        columns: span(element, 'colspan', maxColumns),
        rows: span(element, 'rowspan', 100),
        own: true,
      }
      for (let down = 0; down < cell.rows && at + down < rows.length; down++) {
        for (let over = 0; over < cell.columns && column + over < maxColumns; over++) {
          const line = grid[at + down]
          if (line && !line[column + over]) line[column + over] = cell
        }
      }
      column += cell.columns
    }
  })
  const blank: Cell = { text: '', header: false, bold: false, columns: 1, rows: 1, own: false }
  return grid.map((line) => Array.from(line, (cell) => cell ?? blank))
}

const span = (cell: PageElement, name: string, limit: number) => Math.min(limit, Math.max(1, Math.trunc(Number(cell.attributes.get(name))) || 1))

/** How many rows at the top name the columns. */
function headerCount(rows: PageElement[], grid: Cell[][]): number {
  let count = 0
  while (count < rows.length - 1 && (rows[count]?.parent?.name === 'thead' || isHeaderRow(grid[count] ?? []))) count++
  if (count > 0) return count
  const first = (grid[0] ?? []).filter((cell) => cell.text !== '')
  if (first.length < 2 || new Set(first).size < 2) return 0
  const below = grid.slice(1)
  if (first.every((cell) => cell.bold) && below.some((line) => line.some((cell) => cell.text !== '' && !cell.bold))) return 1
  const numbers = below.filter((line) => line.slice(1).some((cell) => /\d/.test(cell.text))).length
  const short = first.every((cell) => cell.text.length <= 40 && !/\d/.test(cell.text))
  return short && first.length >= 3 && numbers >= below.length * 0.6 ? 1 : 0
}

function isHeaderRow(line: Cell[]): boolean {
  const filled = line.filter((cell) => cell.text !== '')
  return filled.length > 1 && new Set(filled).size > 1 && filled.every((cell) => cell.header)
}

function isBold(element: PageElement): boolean {
  const children = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const only = children[0]
  if (children.length !== 1 || only === undefined || typeof only === 'string') return false
  return only.name === 'b' || only.name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(only.attributes.get('style') ?? '') || isBold(only)
}

const hiddenNames = new Set(['script', 'select', 'textarea', 'input'])

/** The text of a cell on one line. */
export function cellText(cell: PageElement): string {
  let text = ''
  const read = (element: PageElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        const part = readable(child)
        text += text !== '' && needsSpace(text.slice(-4), part.slice(0, 4), false) ? ` ${part}` : part
      } else if (!hiddenNames.has(child.name)) {
        const apart = child.name === 'br' || child.name === 'p' || child.name === 'div' || child.name === 'li'
        if (apart && text !== '') text += text.endsWith(' ') ? '' : ' '
        read(child)
        if (apart && text !== '' && !text.endsWith(' ')) text += ' '
      }
    }
  }
  read(cell)
  return readable(text).trim()
}
