import type { Handle } from '#context.ts'
import { createCreationQueries } from '#store/creation-queries.ts'

/** A lost wake-up delays news by this much at the most. */
const lookAgainMs = 1000

/** Follows a creation from the beginning, or from after the event last heard, until it is over. */
export const watchCreation: Handle<'watchCreation'> = async function* ({ creationId }, { db, caller, tenantId, live, signal, lastEventId }) {
  for (let after = Number(lastEventId) || 0; !signal.aborted; ) {
    const news = live.wait(`creation:${creationId}`, lookAgainMs, signal)
    const { events, over } = await db.inTenant(caller, async (tx) => {
      const queries = createCreationQueries(tx, tenantId)
      const creation = await queries.find(creationId)
      return { events: await queries.listEventsAfter(creationId, after), over: creation.status !== 'running' }
    })
    for (const { sequence, event } of events) yield { id: String(sequence), data: event }
    after = events.at(-1)?.sequence ?? after
    if (over && events.length === 0) return
    if (events.length === 0) await news
  }
}
