import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Fault, newId } from '@myna/kernel'
import { DocumentFault, type DocumentRead, type DocumentReader, type DocumentTrouble } from '@myna/ports/document'
import type { Context, Handle } from '#context.ts'
import { beginReading } from '#crawl/reading.ts'
import { extractSource } from '#operations/extract-source.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createPageQueries } from '#store/page-queries.ts'
import { presentSource, type SourceRow } from '#store/present.ts'
import { createSourceQueries } from '#store/source-queries.ts'
import { headOf } from '#documents/head-of.ts'

const pack = promisify(gzip)
const limits = { maxBytes: 200_000_000, maxPages: 2_000, maxRows: 20_000, timeoutMs: 120_000 }
const headBytes = 4_096

const faultOf: Readonly<
  Record<
    DocumentTrouble,
    | 'knowledge.document_encrypted'
    | 'knowledge.document_corrupt'
    | 'knowledge.document_too_large'
    | 'knowledge.document_no_text'
    | 'knowledge.document_not_supported'
  >
> = {
  encrypted: 'knowledge.document_encrypted',
  corrupt: 'knowledge.document_corrupt',
  too_large: 'knowledge.document_too_large',
  no_text: 'knowledge.document_no_text',
  not_supported: 'knowledge.document_not_supported',
}

/**
 * Reads a file into knowledge as it arrives: its parts are kept like pages of a site, and a later upload of the same name takes their place, leaving what
 * people edited. A file that cannot be read leaves what was known as it was.
 */
export const uploadDocument: Handle<'uploadDocument'> = async ({ baseId, fileName }, context, body) => {
  const { head, whole } = await headOf(body, headBytes)
  const reader = context.ports.documents.find((it) => it.takes(fileName, head))
  if (!reader) throw new Fault('knowledge.document_not_supported', { fileName })
  const { source, isNew } = await sourceFor(baseId, fileName, context)
  const reading = await beginReading(context, source.id)
  try {
    const read = await keepParts(reader, whole, source, context, reading.signal)
    await context.db.inTenant(context.caller, (tx) => createSourceQueries(tx, context.tenantId).setLeftOut(source.id, read.leftOut))
    for await (const _ of extractSource({ sourceId: source.id }, context));
    await reading.end({ kind: 'complete', pages: read.parts })
  } catch (error) {
    await reading.end({ kind: 'broken_off' })
    if (isNew) await context.db.inTenant(context.caller, (tx) => dropSource(tx, source, context))
    throw error instanceof DocumentFault ? new Fault(faultOf[error.trouble], { fileName }, { cause: error }) : error
  }
  return context.db.inTenant(context.caller, async (tx) => presentSource(await createSourceQueries(tx, context.tenantId).get(source.id), context.clock.now()))
}

async function sourceFor(baseId: string, fileName: string, context: Context): Promise<{ source: SourceRow; isNew: boolean }> {
  const { db, caller, tenantId, clock } = context
  const url = `document:${encodeURIComponent(fileName)}`
  return db.inTenant(caller, async (tx) => {
    await createBaseQueries(tx, tenantId).get(baseId)
    const sources = createSourceQueries(tx, tenantId)
    const added = await sources.insertUnlessTaken({ id: newId(), base_id: baseId, kind: 'document', url, url_key: url, created_at: clock.now() })
    if (!added) return { source: await sources.getByKey(baseId, url), isNew: false }
    await context.note(tx, { action: 'add-document', subject: `source:${added.id}`, detail: { baseId, fileName } })
    return { source: added, isNew: true }
  })
}

/** Keeps every part as a page and drops pages of an earlier upload that are no more. All is read before anything of the earlier upload goes. */
async function keepParts(
  reader: DocumentReader,
  body: AsyncIterable<Uint8Array>,
  source: SourceRow,
  context: Context,
  signal: AbortSignal,
): Promise<DocumentRead> {
  const parts = reader.read(body, limits, signal)
  const keys: string[] = []
  for (;;) {
    const { done, value } = await parts.next()
    if (done) {
      if (keys.length === 0) throw new DocumentFault('no_text', 'the document has no part with text')
      await context.db.inTenant(context.caller, (tx) => createPageQueries(tx, context.tenantId).keepOnly(source.id, keys))
      return value
    }
    const url = `${source.url}#${keys.length + 1}`
    keys.push(url)
    const html = await pack(`<!doctype html><title>${escape(value.title)}</title><body>${value.html}</body>`)
    await context.db.inTenant(context.caller, (tx) =>
      createPageQueries(tx, context.tenantId).put(
        {
          id: newId(),
          source_id: source.id,
          url,
          url_key: url,
          title: value.title.slice(0, 300),
          language: '',
          outcome: 'read',
          reason: null,
          bytes: value.html.length,
          etag: null,
          last_modified: null,
          text_hash: null,
          html,
          fetched_at: context.clock.now(),
        },
        false,
      ),
    )
  }
}

async function dropSource(tx: Parameters<typeof createSourceQueries>[0], source: SourceRow, { tenantId }: Context): Promise<void> {
  await createSourceQueries(tx, tenantId).delete(source.id, await createBaseQueries(tx, tenantId).nextRevision(source.base_id))
}

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
