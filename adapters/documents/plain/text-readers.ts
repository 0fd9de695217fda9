import { DocumentFault, type DocumentLimits, type DocumentPart, type DocumentRead, type DocumentReader } from '@myna/ports/document'
import { wholeBody } from '@myna/ports/whole-body'
import { marked } from 'marked'
import { decodeText, escapeHtml } from '#read-text.ts'

/** A text file larger than this is no text people wrote. */
const mostTextBytes = 20_000_000
/** Characters of one part: as much as a long page of a site. */
const partLength = 60_000

/** Readers of plain text, Markdown and HTML. */
export function createTextReaders(): DocumentReader[] {
  return [
    reader('html', /\.x?html?$/i, (text) => [text]),
    reader('markdown', /\.(?:md|markdown)$/i, (text) => portions(text, /\n(?=#{1,2} )/).map((portion) => marked.parse(portion, { async: false, gfm: true }))),
    reader('text', /\.(?:txt|text|log)$/i, (text) => portions(text, /\n\s*\n/).map(paragraphs)),
  ]
}

function reader(name: string, pattern: RegExp, toHtml: (text: string) => string[]): DocumentReader {
  return {
    name,
    takes: (fileName) => pattern.test(fileName),
    async *read(body: AsyncIterable<Uint8Array>, limits: DocumentLimits, signal: AbortSignal): AsyncGenerator<DocumentPart, DocumentRead> {
      const text = decodeText(await wholeBody(body, Math.min(limits.maxBytes, mostTextBytes), signal))
      if (text.replace(/<[^>]*>/g, '').trim() === '') throw new DocumentFault('no_text', 'the file is empty')
      const all = toHtml(text)
      const kept = all.slice(0, limits.maxPages)
      for (const html of kept) yield { title: '', html }
      return { parts: kept.length, pages: all.length, rows: 0, leftOut: all.length - kept.length }
    },
  }
}

/** A text in portions of some length, cut where the pattern allows; a piece without such a place is cut where it is too long. */
function portions(text: string, at: RegExp): string[] {
  const whole: string[] = []
  for (const piece of text.split(at)) {
    for (let from = 0; from < piece.length; from += partLength) {
      const part = piece.slice(from, from + partLength)
      const last = whole.at(-1)
      if (last !== undefined && last.length + part.length < partLength) whole[whole.length - 1] = `${last}\n\n${part}`
      else whole.push(part)
    }
  }
  return whole
}

/** Plain text as HTML: paragraphs apart by empty lines; a short line without an end mark right above a paragraph heads it. */
function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const lines = paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      const [first = '', ...rest] = lines
      if (rest.length > 0 && isHeading(first)) return [`<h2>${escapeHtml(first)}</h2>`, inLines(rest)]
      return lines.length === 1 && isHeading(first) ? [`<h2>${escapeHtml(first)}</h2>`] : [inLines(lines)]
    })
    .join('\n')
}

const inLines = (lines: readonly string[]) => {
  const entries = lines.filter((line) => /^(?:[-*•–]|\d+[.)])\s/.test(line))
  if (lines.length > 1 && entries.length === lines.length)
    return `<ul>${lines.map((line) => `<li>${escapeHtml(line.replace(/^(?:[-*•–]|\d+[.)])\s+/, ''))}</li>`).join('')}</ul>`
  return `<p>${lines.map(escapeHtml).join('<br>')}</p>`
}

const isHeading = (line: string) =>
  line.length <= 80 && !/[.!?।:;,]$/.test(line) && !/^(?:[-*•–]|\d+[.)])\s/.test(line) && /\p{L}/u.test(line) && !/:\s/.test(line)
