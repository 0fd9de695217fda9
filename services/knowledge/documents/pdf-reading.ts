import { DocumentFault, type DocumentReader, type DocumentTrouble } from '@myna/ports/document'
import type { ReadPdf } from '#crawl/fetch-page.ts'

const limits = { maxBytes: 20_000_000, maxPages: 60, maxRows: 0, timeoutMs: 15_000 }
/** Text of a PDF file kept as one page. */
const mostHtml = 400_000

const reasons: Readonly<Record<DocumentTrouble, string>> = {
  encrypted: 'The PDF file is locked with a password.',
  corrupt: 'The PDF file is damaged.',
  too_large: 'The PDF file is too large.',
  no_text: 'The PDF file has no text; it may be a scan.',
  not_supported: 'PDF files are not read here.',
}

/** How a crawl reads the PDF files it meets; undefined where nobody reads them. */
export function pdfReading(readers: readonly DocumentReader[] | undefined): ReadPdf | undefined {
  const reader = readers?.find((it) => it.takes('a.pdf', new Uint8Array()))
  if (!reader) return undefined
  return async (body, name, signal) => {
    async function* whole() {
      yield body
    }
    let html = ''
    try {
      for await (const part of reader.read(whole(), limits, signal)) {
        html += part.html
        if (html.length > mostHtml) break
      }
      return {
        html: `<!doctype html><title>${name.replace(/[<&]/g, ' ')}</title><body><h1>${name.replace(/[<&]/g, ' ')}</h1>${html.slice(0, mostHtml)}</body>`,
      }
    } catch (error) {
      if (error instanceof DocumentFault) return { reason: reasons[error.trouble] }
      throw error
    }
  }
}
