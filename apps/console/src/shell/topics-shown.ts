import type { NewsTopic } from '@myna/contracts/workspace-news'

/** What is shown of each topic, by the first word of its query. */
export const shownOfTopic: Readonly<Record<NewsTopic, readonly string[]>> = {
  creation: ['creation', 'creation-sentences'],
  simulation: ['simulations', 'simulation'],
  call: ['calls', 'call', 'call-settings'],
  'tool-run': ['runs'],
  source: ['base'],
  app: ['apps', 'app'],
  traffic: ['traffic', 'limits'],
  presence: ['present'],
  services: ['services'],
}

/** The topics that queries on the screen show something of. */
export function topicsShown(rooms: ReadonlySet<string>): NewsTopic[] {
  return (Object.keys(shownOfTopic) as NewsTopic[]).filter((topic) => shownOfTopic[topic].some((room) => rooms.has(room)))
}
