import { shownOfTopic } from './topics-shown.ts'

type News = { kind: string; id: string | null }

const callLeaves = ['calls', 'callers', 'unanswered', 'runs', 'errands', 'usage', 'providers', 'speech-vendors', 'call-settings']

/** What is shown of each kind of thing, by the first word of its query. What stands here under no name of its own is under the name of the kind. */
const shownOf: Readonly<Record<string, readonly string[]>> = {
  agent: ['agents', 'creation'],
  app: ['apps'],
  base: ['base', 'agents'],
  'call-settings': ['call-settings'],
  carrier: ['carriers', 'numbers'],
  conversation: ['callers'],
  correction: ['corrections', 'unanswered', 'base'],
  creation: ['creation', 'agents', 'agent', 'base'],
  errand: ['errands', 'runs'],
  invitation: ['invitations', 'members'],
  item: ['base'],
  key: ['api-keys'],
  limits: ['limits'],
  notification: ['notifications'],
  number: ['numbers'],
  provider: ['providers', 'usage'],
  remembered: ['callers'],
  role: ['roles', 'me'],
  scenario: ['scenarios'],
  settings: ['settings', 'me'],
  signal: ['audit'],
  simulation: ['simulations', 'simulation'],
  source: ['base', 'agents'],
  'speech-provider': ['speech-vendors', 'voices', 'engines'],
  tenant: ['me', 'providers', 'speech-vendors', 'settings'],
  tool: ['tools', 'runs'],
  'tool-connection': ['tools'],
  unanswered: ['unanswered'],
  user: ['members', 'me', 'sessions'],
  'voice-preset': ['voice-presets'],
}
/** Of these one thing has a query of its own, with its id. */
const ofOne = new Set(['agent', 'app', 'call'])

/** Tells which of the queries on the screen and in memory may be old after some news and words of topics. Every act is in the audit log, and few leave no event. */
export function staleBy(news: readonly News[], topics: readonly string[] = []): (queryKey: readonly unknown[]) => boolean {
  if (news.some((it) => it.kind === 'all')) return () => true
  const rooms = new Set(news.length > 0 ? ['audit', 'events'] : [])
  for (const [topic, shown] of Object.entries(shownOfTopic)) if (topics.includes(topic)) for (const room of shown) rooms.add(room)
  const things = new Set<string>()
  for (const { kind, id } of news) {
    for (const room of kind === 'call' ? callLeaves : (shownOf[kind] ?? [kind])) rooms.add(room)
    if (id && ofOne.has(kind)) things.add(`${kind} ${id}`)
  }
  return ([room, id]) => rooms.has(String(room)) || things.has(`${String(room)} ${String(id)}`)
}
