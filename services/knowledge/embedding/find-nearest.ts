import type { Embedder } from '@myna/ports/embedding'
import type { Context } from '#context.ts'
import { createQuestionVectors, questionTimes, type QuestionVectors, withinMs } from '#embedding/question-vectors.ts'
import { createShelfCache, type ShelfCache } from '#embedding/shelf-cache.ts'
import type { VectorShelf } from '#embedding/vector-shelf.ts'
import { askForVectors } from '#embedding/ask-for-vectors.ts'
import { createEmbeddingQueries } from '#store/embedding-queries.ts'

/** What shelves may take in memory together. */
const shelfBytes = 128 * 1024 * 1024
const rowsPerPortion = 500
/** A base whose vectors are incomplete is reminded of no oftener than this. */
const reminderMs = 600_000
const mostReminders = 10_000

type ItemsOf = { items: readonly { item: { id: string } }[] }
type Ground = { questions: QuestionVectors; shelves: ShelfCache; reminded: Map<string, number> }
const grounds = new WeakMap<Context['db'], WeakMap<Embedder, Ground>>()

/** The vector of a question and the shelf it is to be compared with. */
export type Nearness = { vector: Float32Array; shelf: VectorShelf }

/**
 * What is needed to search a base by meaning, within the deadline of a question; null when there is none by then, whatever the reason, and then words alone are searched.
 */
export async function findNearest(
  context: Context,
  embedder: Embedder,
  base: { id: string; vectorsRevision: number },
  question: string,
  index: Promise<ItemsOf>,
): Promise<Nearness | null> {
  const ground = groundOf(context, embedder)
  const place = `${context.tenantId}:${base.id}`
  const shelf = async () => {
    const read = (after: { vectors_revision: number; item_id: string }) =>
      context.db.inTenant(context.caller, (tx) => createEmbeddingQueries(tx, context.tenantId).listAfter(base.id, embedder.name, after, rowsPerPortion))
    const { items } = await index
    const known = await ground.shelves.get(place, base.vectorsRevision, items.length, read)
    remindOfVectors(context, base.id, ground.reminded, () => items.every(({ item }) => known.has(item.id)))
    return known
  }
  const both = Promise.all([ground.questions.find(place, question), shelf()]).catch((error: unknown) => {
    context.log.warn({ err: error, baseId: base.id }, 'vectors could not be read: knowledge is searched by words alone')
    return null
  })
  const found = await withinMs(both, questionTimes.deadlineMs)
  return found?.[0] ? { vector: found[0], shelf: found[1] } : null
}

/** Has the vectors made that a base lacks, such as those of items older than the embedder; asked for now and then, waited for never. */
function remindOfVectors(context: Context, baseId: string, reminded: Map<string, number>, isWhole: () => boolean): void {
  const place = `${context.tenantId}:${baseId}`
  const now = performance.now()
  if (now - (reminded.get(place) ?? -Infinity) < reminderMs) return
  reminded.delete(place)
  reminded.set(place, now)
  for (const oldest of reminded.keys()) {
    if (reminded.size <= mostReminders) break
    reminded.delete(oldest)
  }
  if (isWhole()) return
  void context.db
    .inTenant(context.caller, (tx) => askForVectors(tx, context, baseId))
    .catch((error: unknown) => context.log.warn({ err: error, baseId }, 'missing vectors could not be asked for'))
}

function groundOf(context: Context, embedder: Embedder): Ground {
  let ofDatabase = grounds.get(context.db)
  if (!ofDatabase) grounds.set(context.db, (ofDatabase = new WeakMap()))
  let ground = ofDatabase.get(embedder)
  if (!ground)
    ofDatabase.set(embedder, (ground = { questions: createQuestionVectors(embedder, context.log), shelves: createShelfCache(shelfBytes), reminded: new Map() }))
  return ground
}
