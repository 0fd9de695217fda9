import { setImmediate as breathe } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { knowledgeEvents } from '@myna/contracts/knowledge'
import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { pathOf } from '#crawl/settle-page.ts'
import { gatherDrafts, type PlacedDraft } from '#domain/gather-drafts.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { extractPage } from '#extract/extract-page.ts'
import { compareFacts } from '#store/compare-facts.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createPageQueries } from '#store/page-queries.ts'
import { createSourceQueries } from '#store/source-queries.ts'
import { renewItems } from '#store/renew-items.ts'

const unpack = promisify(gunzip)
/** Pages held in memory at once. */
const pagesPerPortion = 10

/** Turns the pages read into knowledge: each thing once, people's work kept, contradictions marked. */
export const extractSource: Handle<'extractSource'> = async function* ({ sourceId }, context) {
  const { source, pages } = await context.db.inTenant(context.caller, async (tx) => ({
    source: await createSourceQueries(tx, context.tenantId).get(sourceId),
    pages: await createPageQueries(tx, context.tenantId).listReadable(sourceId),
  }))
  if (pages.length === 0) throw new Fault('knowledge.site_empty', { sourceId })

  const drafts: PlacedDraft[] = []
  const of = pages.length
  let done = 0
  for await (const { id, url, html } of readPages(
    context,
    pages.map((it) => it.id),
  )) {
    if (context.signal.aborted) throw new Fault('request.cancelled')
    const found = extractPage(html, url).items
    for (const item of found) drafts.push({ ...item, url, pageId: id })
    done++
    yield {
      data: {
        step: 'page',
        url,
        done,
        of,
        items: drafts.length,
        sentence: `Found ${countOf(found.length, 'piece')} of knowledge on ${pathOf(url)} (${done} of ${of})`,
      },
    }
    await breathe()
  }
  yield { data: { step: 'sorting', done, of, items: drafts.length, sentence: `Putting ${countOf(drafts.length, 'piece')} of knowledge in order` } }
  const gathered = gatherDrafts(drafts)
  yield {
    data: {
      step: 'comparing',
      done,
      of,
      items: gathered.length,
      sentence: `Comparing ${countOf(gathered.length, 'piece')} of knowledge with each other and with what is known`,
    },
  }

  const { conflicts } = await context.db.inTenant(context.caller, async (tx) => {
    // The lock makes two extractions of one base take turns, so that neither doubles the other's items.
    const revision = await createBaseQueries(tx, context.tenantId).nextRevision(source.base_id)
    await createSourceQueries(tx, context.tenantId).get(sourceId)
    const now = context.clock.now()
    const changed = await renewItems(tx, context.tenantId, { baseId: source.base_id, sourceId, drafts: gathered, revision, now })
    const compared = await compareFacts(tx, context.tenantId, { baseId: source.base_id, now })
    await askForVectors(tx, context, source.base_id)
    await context.note(tx, {
      action: 'extract-source',
      subject: `source:${sourceId}`,
      detail: { baseId: source.base_id, pages: of, items: gathered.length, ...changed },
    })
    await context.tell(tx, knowledgeEvents.sourceRead, { sourceId, baseId: source.base_id, pages: of, items: gathered.length })
    return compared
  })
  const disputed = conflicts > 0 ? ` ${conflicts === 1 ? 'In one case' : `In ${conflicts} cases`} the pages contradict each other.` : ''
  yield {
    data: {
      step: 'done',
      done,
      of,
      items: gathered.length,
      sentence: `Found ${countOf(gathered.length, 'piece')} of knowledge on ${countOf(of, 'page')}.${disputed}`,
    },
  }
}

async function* readPages(context: Context, ids: readonly string[]): AsyncGenerator<{ id: string; url: string; html: string }> {
  for (let at = 0; at < ids.length; at += pagesPerPortion) {
    const rows = await context.db.inTenant(context.caller, (tx) => createPageQueries(tx, context.tenantId).readMany(ids.slice(at, at + pagesPerPortion)))
    for (const { id, url, html } of rows) if (html) yield { id, url, html: (await unpack(html)).toString('utf8') }
  }
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
