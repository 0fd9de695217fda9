import { Id } from '@myna/contracts/page'
import { job } from '@myna/kernel'
import type { Embedder } from '@myna/ports/embedding'
import { PortFault } from '@myna/ports/fault'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { embeddingText, textHash } from '#embedding/embedding-text.ts'
import { isUsable, packVector } from '#embedding/packed-vector.ts'
import { createEmbeddingQueries, type Unembedded } from '#store/embedding-queries.ts'

const input = z.object({ baseId: Id, again: z.boolean().default(false) })

/** Texts of one request: few, so that reading the answer keeps the thread for milliseconds only. */
const textsPerBatch = 16
/** A large base lets others have their turn. */
const batchesPerRun = 40
const requestMs = 60_000
/** An embedder that fails is asked again after this, and then with the backoff of the job. */
const firstPauseMs = 5_000

/**
 * Brings the vectors of a base in line with its items: only of texts that are new or changed, or whose vector is of another model. Each batch is kept before the next begins, so a run after a
 * crash goes on where the last one was.
 */
export const embedItems = job({
  input,
  retries: 14,
  backoffMs: firstPauseMs,
  timeoutMs: 20 * 60_000,
  concurrency: 1,
  async run({ baseId, again }, context: Context, { id, signal }) {
    const { embedder } = context.ports
    if (!embedder) return
    try {
      if (await embedBase(context, embedder, baseId, signal)) return
      await sendOn(context, baseId, `${baseId}:${id}`, 0)
    } catch (error) {
      // All that fail for one base go on as one, which tries with growing pauses.
      if (again || signal.aborted || !(error instanceof PortFault)) throw error
      context.log.warn({ err: error, baseId, embedder: embedder.name }, 'items could not be embedded yet: it is tried again')
      await sendOn(context, baseId, `${baseId}:again`, firstPauseMs, true)
    }
  },
  async onDead({ baseId }, context: Context, error) {
    context.log.error({ err: error, baseId }, 'items could not be embedded: they are found by words alone until the base changes or is asked again')
  },
})

async function sendOn({ db, caller, jobs, clock }: Context, baseId: string, singletonKey: string, afterMs: number, again = false): Promise<void> {
  const startAfter = new Date(clock.now().getTime() + afterMs)
  await db.inTenant(caller, (tx) => jobs.send(tx, 'embedItems', { baseId, again }, { singletonKey, startAfter }))
}

/** True when nothing is missing any more, or the base is gone; false when there is more than one run does. */
async function embedBase(context: Context, embedder: Embedder, baseId: string, signal: AbortSignal): Promise<boolean> {
  const inTenant = <T>(work: (queries: ReturnType<typeof createEmbeddingQueries>) => Promise<T>) =>
    context.db.inTenant(context.caller, (tx) => work(createEmbeddingQueries(tx, context.tenantId)))
  if (!(await inTenant((it) => it.awaitChanges(baseId)))) return true
  let after: string | undefined
  for (let batch = 0; batch < batchesPerRun; batch++) {
    signal.throwIfAborted()
    const items = await inTenant((it) => it.listUnembedded(baseId, embedder.name, after, textsPerBatch))
    // What changes behind this place has a job of its own.
    after = items.at(-1)?.id
    if (after === undefined) return true
    const texts = items.map((item) => ({ item, text: embeddingText(item) })).map((it) => ({ ...it, hash: textHash(it.text) }))
    const isKnown = ({ item, hash }: { item: Unembedded; hash: string }) => item.known?.model === embedder.name && item.known.text_hash === hash
    const changed = texts.filter((it) => !isKnown(it))
    const vectors = await vectorsOf(
      changed.map((it) => it.text),
      embedder,
      signal,
    )
    await inTenant((it) => it.confirm(texts.filter(isKnown).map(({ item }) => item)))
    if (changed.length === 0) continue
    const written = changed.map(({ item, hash }, at) => ({ item_id: item.id, text_hash: hash, item_revision: item.revision, vector: vectors[at] ?? null }))
    await inTenant((it) => it.write(baseId, embedder.name, written))
  }
  return false
}

/** Packed vectors of texts; null for one that the embedder refuses though it takes others. */
async function vectorsOf(texts: string[], embedder: Embedder, signal: AbortSignal): Promise<(Uint8Array | null)[]> {
  if (texts.length === 0) return []
  try {
    return await ask(texts, embedder, signal)
  } catch (error) {
    if (!(error instanceof PortFault && !error.retryable && refusals.has(error.status ?? 0))) throw error
    // It may be one text or all: one that nobody can refuse tells.
    await ask(['hello'], embedder, signal)
    if (texts.length === 1) return [null]
    const half = Math.ceil(texts.length / 2)
    return [...(await vectorsOf(texts.slice(0, half), embedder, signal)), ...(await vectorsOf(texts.slice(half), embedder, signal))]
  }
}

/** A request that is not understood, is too long, or whose words will not do. */
const refusals = new Set([400, 413, 422])

async function ask(texts: string[], embedder: Embedder, signal: AbortSignal): Promise<Uint8Array[]> {
  const vectors = await embedder.embed(texts, AbortSignal.any([signal, AbortSignal.timeout(requestMs)])).catch((error: unknown) => {
    if (signal.aborted || error instanceof PortFault) throw error
    throw new PortFault('The embedder did not answer in time.', { retryable: true, cause: error })
  })
  const length = embedder.dimensions ?? vectors[0]?.length
  if (vectors.length !== texts.length || !vectors.every((it) => it.length === length && isUsable(it)))
    throw new PortFault('The embedder answered vectors that cannot be used.', { retryable: true })
  return vectors.map((it) => new Uint8Array(packVector(it).buffer))
}
