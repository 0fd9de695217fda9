import { type NewsTopic, newsTopics } from '@myna/contracts/workspace-news'

/** The topics that a text names; those of another version are left out. */
export function topicsOf(text: string | undefined): NewsTopic[] {
  const named = new Set(text?.split(','))
  return newsTopics.filter((it) => named.has(it))
}
