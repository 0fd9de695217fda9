import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'

/** What the worker says: a part as HTML, the end, or what keeps it from reading. */
export type Said =
  | { type: 'part'; title: string; html: string }
  | { type: 'end'; rows: number; leftOut: number }
  | { type: 'trouble'; trouble: 'corrupt' | 'no_text'; message: string }

type Given = { kind: 'docx' | 'xlsx'; bytes: Uint8Array; maxRows: number }

const rowsOfPart = 200
const mostColumns = 200
const mostCell = 2_000
/** Characters of one part: as much as a long page of a site. */
const partLength = 60_000

const say = (it: Said) => parentPort?.postMessage(it)

if (parentPort) {
  const given = workerData as Given
  await (given.kind === 'docx' ? readDocx(given) : readWorkbook(given)).catch((error: Error) =>
    say({ type: 'trouble', trouble: 'corrupt', message: error.name }),
  )
}

async function readDocx({ bytes }: Given): Promise<void> {
  const noPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: noPictures, externalFileAccess: false })
  const html = value.replace(/<img[^>]*>/g, '')
  if (html.replace(/<[^>]*>/g, '').trim() === '') return say({ type: 'trouble', trouble: 'no_text', message: 'no text' })
  for (const part of partsOf(html)) say({ type: 'part', title: '', html: part })
  say({ type: 'end', rows: 0, leftOut: 0 })
}

/** Parts of some length, cut before headings and between paragraphs. */
function partsOf(html: string): string[] {
  const parts: string[] = []
  for (const piece of html.split(/(?=<h[1-6]>)|(?<=<\/p>)(?=<p>)/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + piece.length < partLength) parts[parts.length - 1] = last + piece
    else parts.push(piece)
  }
  return parts
}

async function readWorkbook({ bytes, maxRows }: Given): Promise<void> {
  let seen = 0
  let parts = 0
  for (const { sheet, data } of await readXlsx(Buffer.from(bytes))) {
    const rows = data.map((row) => row.slice(0, mostColumns).map(cellText)).filter((row) => row.some((cell) => cell !== ''))
    const [head, ...body] = rows
    if (!head) continue
    const kept = body.slice(0, Math.max(0, maxRows - seen))
    seen += body.length
    const portions = kept.length === 0 && body.length === 0 ? [[]] : portionsOf(kept)
    for (const portion of portions) {
      parts++
      say({
        type: 'part',
        title: sheet,
        html: `<h1>${escapeHtml(sheet)}</h1><table><thead>${rowOf(head, 'th')}</thead><tbody>${portion.map((row) => rowOf(row, 'td')).join('')}</tbody></table>`,
      })
    }
  }
  if (parts === 0) return say({ type: 'trouble', trouble: 'no_text', message: 'no rows' })
  say({ type: 'end', rows: seen, leftOut: Math.max(0, seen - maxRows) })
}

function portionsOf(rows: readonly string[][]): string[][][] {
  const portions: string[][][] = []
  for (let at = 0; at < rows.length; at += rowsOfPart) portions.push(rows.slice(at, at + rowsOfPart))
  return portions
}

/** A cell as people see it: dates without a time of day as a date. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace('T', ' ')
      .replace(/:00\.000Z$/, '')
  return (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '').trim().slice(0, mostCell)
}

function rowOf(cells: readonly string[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
