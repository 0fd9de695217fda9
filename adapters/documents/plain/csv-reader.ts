import { Readable } from 'node:stream'
import { DocumentFault, type DocumentLimits, type DocumentPart, type DocumentRead, type DocumentReader } from '@myna/ports/document'
import { type CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { encodingOf, escapeHtml, isBinary } from '#read-text.ts'

/** Rows of one part. */
const rowsOfPart = 200
const mostColumns = 200
const mostCell = 2_000
const mostRecordBytes = 1_000_000

/** A reader of CSV and TSV files of any length: rows beyond the limit are counted, not kept. */
export function createCsvReader(): DocumentReader {
  return { name: 'csv', takes: (fileName) => /\.(?:csv|tsv)$/i.test(fileName), read }
}

async function* read(body: AsyncIterable<Uint8Array>, limits: DocumentLimits, signal: AbortSignal): AsyncGenerator<DocumentPart, DocumentRead> {
  const counted = { bytes: 0 }
  const text = await textOf(body, limits, counted, signal)
  const rows = parse({
    delimiter: text.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: mostRecordBytes,
    bom: true,
  })
  const source = Readable.from(text.pieces)
  source.on('error', (error) => rows.destroy(error))
  source.pipe(rows)
  let head: string[] | undefined
  let part: string[][] = []
  let seen = 0
  let parts = 0
  const flush = (): DocumentPart => {
    const table = tableOf(head ?? [], part)
    parts++
    part = []
    return { title: '', html: table }
  }
  try {
    for await (const record of rows as AsyncIterable<string[]>) {
      signal.throwIfAborted()
      const cells = record.slice(0, mostColumns).map((cell) => cell.trim().slice(0, mostCell))
      if (head === undefined) {
        head = cells
        continue
      }
      seen++
      if (seen > limits.maxRows) continue
      part.push(cells)
      if (part.length === rowsOfPart) yield flush()
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof DocumentFault) throw error
    throw new DocumentFault('corrupt', `the rows cannot be read: ${(error as CsvError).code ?? 'unknown'}`, { cause: error })
  }
  if (part.length > 0) yield flush()
  if (parts === 0) throw new DocumentFault('no_text', 'there are no rows')
  return { parts, pages: 1, rows: seen, leftOut: Math.max(0, seen - limits.maxRows) }
}

/** The text of a body in pieces as they come, and which sign parts its columns, by its first line. */
async function textOf(body: AsyncIterable<Uint8Array>, limits: DocumentLimits, counted: { bytes: number }, signal: AbortSignal) {
  const chunks = body[Symbol.asyncIterator]()
  const next = async (): Promise<Uint8Array | undefined> => {
    signal.throwIfAborted()
    const { done, value } = await chunks.next()
    if (done) return undefined
    counted.bytes += value.byteLength
    if (counted.bytes > limits.maxBytes) throw new DocumentFault('too_large', `more than ${limits.maxBytes} bytes`)
    return value
  }
  const first = (await next()) ?? new Uint8Array()
  const decoder = iconv.getDecoder(encodingOf(first))
  const begin = decoder.write(Buffer.from(first))
  if (isBinary(begin.slice(0, 20_000))) throw new DocumentFault('corrupt', 'these bytes are no text')
  async function* pieces(): AsyncGenerator<string> {
    yield begin
    for (let chunk = await next(); chunk !== undefined; chunk = await next()) yield decoder.write(Buffer.from(chunk))
    const rest = decoder.end()
    if (rest) yield rest
  }
  return { delimiter: delimiterOf(begin.split(/\r?\n/, 1)[0] ?? ''), pieces: pieces() }
}

/** The sign most columns of the first line are apart by. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, bare.split(sign).length] as const)
  return counts.reduce((best, it) => (it[1] > best[1] ? it : best))[0]
}

function tableOf(head: readonly string[], rows: readonly string[][]): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') => `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}
