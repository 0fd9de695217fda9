import type { News } from '@myna/contracts/workspace-news'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const noun = /^[a-z][a-z-]{0,39}$/

/** What an act on `<noun>:<id>` changed; undefined for a subject that is written otherwise. An id that is none of ours may be content, and is left out. */
export function newsOfAct(subject: string): News | undefined {
  const colon = subject.indexOf(':')
  const kind = subject.slice(0, colon)
  if (colon < 0 || !noun.test(kind)) return undefined
  const id = subject.slice(colon + 1)
  return { kind, id: uuid.test(id) ? id : null }
}

/** The topic on which those who follow the news of a tenant wait. */
export const newsTopic = (tenantId: string) => `workspace.news.${tenantId}`
