import type { Log } from '@myna/kernel'
import type { Presence } from '@myna/ports/presence'

/** Somebody whose page was lost without a word is here for so long, and says anew so often that he is. */
const ttlMs = 90_000
const renewMs = 30_000

const setOf = (tenantId: string) => `workspace.here.${tenantId}`

/** Where somebody follows the news: one of his pages. Its name begins with whose it is. */
type Page = { tenantId: string; userId: string; pageId: string }

/**
 * Says that a page of somebody is here, until it ends; `onChange` is called when that is known. While nobody can tell, the page goes on without.
 */
export function stayHere(presence: Presence, { tenantId, userId, pageId }: Page, log: Log, onChange: () => void): () => void {
  const member = `${userId} ${pageId}`
  let isOver = false
  const enter = () =>
    presence.enter(setOf(tenantId), member, '', ttlMs).catch((error: unknown) => log.warn({ err: error }, 'who is here is not known to others now'))
  const entered = enter().then(onChange)
  const timer = setInterval(() => void enter(), renewMs).unref()
  return () => {
    if (isOver) return
    isOver = true
    clearInterval(timer)
    // What enters last would stay.
    void entered.then(() => presence.leave(setOf(tenantId), member)).then(onChange, () => {})
  }
}

/** Ids of the people of an organisation who have a page open somewhere; undefined while nobody can tell. */
export async function peopleHere(presence: Presence, tenantId: string): Promise<string[] | undefined> {
  const pages = await presence.list(setOf(tenantId)).catch(() => undefined)
  return pages && [...new Set(pages.map(({ member }) => member.slice(0, member.indexOf(' '))))]
}
