import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { topicOf } from '@myna/contracts/workspace-news'
import { Fault, newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import type { KnownPage, PageShelf, ReadPage } from '#crawl/page-shelf.ts'
import { createPageQueries } from '#store/page-queries.ts'
import type { SourceRow } from '#store/present.ts'
import { createSourceQueries } from '#store/source-queries.ts'

/** How a reading ended: complete, failed with a code, or broken off so that the next goes on from there. */
export type ReadingEnd = { kind: 'complete'; pages: number } | { kind: 'failed'; fault: string } | { kind: 'broken_off' }

/** The right to read one source, held by one reader at a time. */
export type Reading = {
  source: SourceRow
  shelf: PageShelf
  /** Aborted when the right was lost, or the caller's signal is. */
  signal: AbortSignal
  end(how: ReadingEnd): Promise<void>
}

/** The right lasts this long unless extended, so a process that was killed blocks its successor no longer. */
const holdMs = 10_000
const extendEveryMs = 3_000
/** A reading broken off longer ago than this starts over. */
const resumeWithinMs = 60 * 60_000

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Begins to read a source. Throws `knowledge.source_busy` while another reader is alive; waits out one that seems dead. */
export async function beginReading(context: Context, sourceId: string): Promise<Reading> {
  const reader = newId()
  const source = await takeReading(context, sourceId, reader)
  const told = () => context.live.wake(topicOf(context.tenantId, 'source'))
  told()
  const lost = new AbortController()
  const sources = <R>(work: (queries: ReturnType<typeof createSourceQueries>) => Promise<R>) =>
    context.db.inTenant(context.caller, (tx) => work(createSourceQueries(tx, context.tenantId)))
  const heart = setInterval(() => {
    const until = new Date(context.clock.now().getTime() + holdMs)
    sources((it) => it.holdReading(sourceId, reader, until)).then(
      (held) => held || lost.abort(),
      (error: unknown) => context.log.warn({ error, sourceId }, 'could not extend the reading'),
    )
  }, extendEveryMs)
  const known = await context.db.inTenant(context.caller, (tx) => createPageQueries(tx, context.tenantId).listKnown(sourceId))
  return {
    source,
    shelf: createShelf(context, source, known),
    signal: AbortSignal.any([context.signal, lost.signal]),
    async end(how) {
      clearInterval(heart)
      await context.db.inTenant(context.caller, async (tx) => {
        const queries = createSourceQueries(tx, context.tenantId)
        const now = context.clock.now()
        if (how.kind === 'complete') await queries.endReading(sourceId, reader, { status: 'read', fault: null, read_at: now, reading_since: null })
        else if (how.kind === 'failed') await queries.endReading(sourceId, reader, { status: 'failed', fault: how.fault, reading_since: null })
        else await queries.endReading(sourceId, reader, { status: source.read_at ? 'read' : 'new' })
        if (how.kind !== 'broken_off') {
          await context.note(tx, { action: 'read-source', subject: `source:${sourceId}`, detail: { baseId: source.base_id, url: source.url, ...how } })
        }
      })
      told()
    },
  }
}

async function takeReading(context: Context, sourceId: string, reader: string): Promise<SourceRow> {
  let seenUntil: number | undefined
  for (;;) {
    const now = context.clock.now()
    const [taken, current] = await context.db.inTenant(context.caller, async (tx) => {
      const queries = createSourceQueries(tx, context.tenantId)
      const row = await queries.get(sourceId)
      const it = { id: sourceId, reader, now, until: new Date(now.getTime() + holdMs), resumeFrom: new Date(now.getTime() - resumeWithinMs) }
      return [await queries.takeReading(it), row] as const
    })
    if (taken) return taken
    const until = current.reading_until?.getTime()
    // A reader that extends its right is alive; one that does not will lose it soon.
    if (seenUntil !== undefined && until !== seenUntil) throw new Fault('knowledge.source_busy', { sourceId })
    seenUntil = until
    await sleep(400, undefined, { signal: context.signal })
  }
}

function createShelf(context: Context, source: SourceRow, rows: Awaited<ReturnType<ReturnType<typeof createPageQueries>['listKnown']>>): PageShelf {
  const pages = <R>(work: (queries: ReturnType<typeof createPageQueries>) => Promise<R>) =>
    context.db.inTenant(context.caller, (tx) => work(createPageQueries(tx, context.tenantId)))
  const fresh = (it: (typeof rows)[number]) => it.has_html && it.outcome !== 'failed' && source.reading_since !== null && it.fetched_at >= source.reading_since
  const known = new Map<string, KnownPage>(
    rows.map((it) => [
      it.url_key,
      { url: it.url, etag: it.etag, lastModified: it.last_modified, textHash: it.text_hash, readable: it.has_html, fresh: fresh(it) },
    ]),
  )
  return {
    known,
    async html(key) {
      const packed = await pages((it) => it.readHtml(source.id, key))
      return packed && (await unpack(packed)).toString('utf8')
    },
    async put(page) {
      const row = await rowOf(page, source.id, context.clock.now())
      await pages((it) => it.put(row, page.html === undefined))
      context.live.wake(topicOf(context.tenantId, 'source'))
    },
  }
}

async function rowOf(page: ReadPage, sourceId: string, now: Date) {
  const html = page.html === undefined || page.html === null ? null : await pack(page.html)
  return {
    id: newId(),
    source_id: sourceId,
    url: page.url,
    url_key: page.key,
    title: page.title.slice(0, 500),
    language: page.language,
    outcome: page.outcome,
    reason: page.reason,
    bytes: page.bytes,
    etag: page.etag,
    last_modified: page.lastModified,
    text_hash: page.textHash,
    html,
    fetched_at: now,
  }
}
