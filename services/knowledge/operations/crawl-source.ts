import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { crawlSite } from '#crawl/crawl-site.ts'
import { beginReading, type ReadingEnd } from '#crawl/reading.ts'
import { pdfReading } from '#documents/pdf-reading.ts'
import { extractPage } from '#extract/extract-page.ts'

/** Reads the website of a source. A reading broken off, by its caller or by a crash, goes on with the pages it had not read. */
export const crawlSource: Handle<'crawlSource'> = async function* ({ sourceId, maxPages, maxMs }, context) {
  const reading = await beginReading(context, sourceId)
  let how: ReadingEnd = { kind: 'broken_off' }
  try {
    const { shelf, signal, source } = reading
    let pages = 0
    for await (const data of crawlSite({
      start: source.url,
      web: context.ports.web,
      shelf,
      readHtml: extractPage,
      readPdf: pdfReading(context.ports.documents),
      maxPages,
      maxMs,
      signal,
    })) {
      if (data.step === 'read') pages++
      if (data.step === 'done') how = { kind: 'complete', pages }
      yield { data }
    }
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('knowledge.')) how = { kind: 'failed', fault: error.code }
    throw error
  } finally {
    await reading.end(how)
  }
}
