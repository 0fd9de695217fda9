import { setTimeout as pause } from 'node:timers/promises'
import { type NewsTopic, topicOf } from '@myna/contracts/workspace-news'
import { newId } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { newsTopic } from '#domain/news-of-act.ts'
import { stayHere } from '#domain/people-here.ts'
import { topicsOf } from '#domain/topics-of.ts'
import { createNewsQueries } from '#store/news-queries.ts'

/** News whose wake-up went missing is read this much later at most. */
const lookAgainMs = 30_000
/** One topic is said no more often than this. */
const restMs = 1_000
/** A topic is said again after this long without a change: what is shown of it may lie in a span of time that went on, and how services do is seen by looking. */
const saidAgainMs: Partial<Record<NewsTopic, number>> = { traffic: 60_000, services: 2_000 }
const seldomMs = 600_000

/**
 * Follows what changes. What first comes is where the news stands, as `all`; it comes again when more was missed than is remembered. Topics are said at once, since
 * what a page asked for before the line stood may be old.
 */
export const watchNews: Handle<'watchNews'> = async function* (input, context) {
  const { db, caller, tenantId, live, lastEventId } = context
  const resumed = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined
  const stop = new AbortController()
  const signal = AbortSignal.any([context.signal, stop.signal])
  let ring = () => {}
  const words = hearTopics(live, tenantId, topicsOf(input.topics), signal, () => ring())
  const leave = comeHere(context)
  let at = resumed
  let isNew = true
  try {
    while (!signal.aborted) {
      const rung = new Promise<void>((resolve) => (ring = resolve))
      if (isNew) {
        isNew = false
        void live.wait(newsTopic(tenantId), lookAgainMs, signal).then(() => {
          isNew = true
          ring()
        })
        const { head, found } = await db.inTenant(caller, async (tx) => {
          const queries = createNewsQueries(tx, tenantId)
          const head = await queries.head()
          return { head, found: at === undefined || at >= head ? [] : await queries.after(at) }
        })
        // A position beyond the head is of a database that was set back.
        const missed = at === undefined || at > head || (found[0] !== undefined && found[0].position > at + 1)
        if (missed) yield { id: String(head), data: { kind: 'all', id: null } }
        else for (const { position, kind, id } of found) yield { id: String(position), data: { kind, id } }
        at = missed ? head : (found.at(-1)?.position ?? at)
      }
      for (const topic of words) {
        words.delete(topic)
        yield { data: { kind: 'topic', id: null, topic } }
      }
      await rung
    }
  } finally {
    leave()
    stop.abort()
  }
}

/** Lets colleagues see that somebody is here; not that an operator looks at things in his place. */
function comeHere({ caller, tenantId, ports, live, log }: Context): () => void {
  const { presence } = ports
  if (!presence || !caller.subject.startsWith('user:') || caller.actor !== undefined) return () => {}
  const page = { tenantId, userId: caller.subject.slice('user:'.length), pageId: newId() }
  return stayHere(presence, page, log, () => live.wake(topicOf(tenantId, 'presence')))
}

/** The topics that are to be said; grows as they change, each at most once a second. */
function hearTopics(live: Context['live'], tenantId: string, topics: readonly NewsTopic[], signal: AbortSignal, onWord: () => void): Set<NewsTopic> {
  const words = new Set<NewsTopic>()
  for (const topic of topics) {
    void (async () => {
      while (!signal.aborted) {
        // What changes from here on is said by the next word.
        const changed = live.wait(topicOf(tenantId, topic), saidAgainMs[topic] ?? seldomMs, signal)
        words.add(topic)
        onWord()
        await Promise.all([changed, pause(restMs, undefined, { signal }).catch(() => undefined)])
      }
    })()
  }
  return words
}
