/** What is known of a page from an earlier reading. */
export type KnownPage = {
  url: string
  etag: string | null
  lastModified: string | null
  textHash: string | null
  /** Its text is kept. */
  readable: boolean
  /** Read by the same reading before it was broken off, so it need not be asked for again. */
  fresh: boolean
}

/** A page as it is put away. */
export type ReadPage = {
  url: string
  key: string
  title: string
  language: string
  outcome: 'read' | 'unchanged' | 'skipped' | 'failed'
  /** Why it was skipped or failed. */
  reason: string | null
  bytes: number
  etag: string | null
  lastModified: string | null
  textHash: string | null
  /** Its HTML; null when there is no text to keep, undefined to keep what was there before. */
  html: string | null | undefined
}

/** Where a reading puts pages and finds those of the one before. */
export type PageShelf = {
  known: ReadonlyMap<string, KnownPage>
  html(key: string): Promise<string | undefined>
  put(page: ReadPage): Promise<void>
}
