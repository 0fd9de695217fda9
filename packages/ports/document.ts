/** A part of a document as simple HTML (headings, paragraphs, lists, tables), such as a page, a sheet or a run of rows. */
export type DocumentPart = { title: string; html: string }

/** Why a document cannot be read. */
export type DocumentTrouble = 'encrypted' | 'corrupt' | 'too_large' | 'no_text' | 'not_supported'

/** Thrown by `DocumentReader`. */
export class DocumentFault extends Error {
  override name = 'DocumentFault'
  readonly trouble: DocumentTrouble
  constructor(trouble: DocumentTrouble, message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = trouble
  }
}

/** What is read at the most; what lies beyond is counted and left out. */
export type DocumentLimits = { maxBytes: number; maxPages: number; maxRows: number; timeoutMs: number }

/** How much of a document was read. */
export type DocumentRead = { parts: number; pages: number; rows: number; leftOut: number }

/**
 * Reads one kind of file into parts, in order, without holding the whole of a large one in memory. Hostile files must not harm the process: they end
 * in a `DocumentFault`.
 */
export type DocumentReader = {
  readonly name: string
  /** Whether this reader takes a file, by its name and its first bytes. */
  takes(fileName: string, head: Uint8Array): boolean
  read(body: AsyncIterable<Uint8Array>, limits: DocumentLimits, signal: AbortSignal): AsyncGenerator<DocumentPart, DocumentRead>
}
