import type { Handle } from '#context.ts'
import { newsTopic } from '#domain/news-of-act.ts'
import { createNewsQueries } from '#store/news-queries.ts'

/** News whose wake-up went missing is read this much later at most. */
const lookAgainMs = 30_000

/** Follows what changes. What first comes is where the news stands, as `all`; it comes again when more was missed than is remembered. */
export const watchNews: Handle<'watchNews'> = async function* (_input, { db, caller, tenantId, live, signal, lastEventId }) {
  const resumed = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined
  let at = resumed
  while (!signal.aborted) {
    const changed = live.wait(newsTopic(tenantId), lookAgainMs, signal)
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
    await changed
  }
}
