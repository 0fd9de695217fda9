import { agent, agents, building, create, facts, publish, talk, versions } from './en/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './en/basics.ts'
import { calls, knowledge } from './en/knowledge.ts'
import { lists, views } from './en/lists.ts'
import { ways } from './en/ways-in.ts'
import { attention, begin, figures, search, told } from './en/system.ts'
import { overview } from './en/overview.ts'

/** English words that come with the first page. */
export const firstWords = {
  attention,
  begin,
  figures,
  search,
  told,
  account,
  act,
  agent,
  agents,
  building,
  calls,
  create,
  facts,
  keys,
  knowledge,
  lists,
  overview,
  publish,
  role,
  shell,
  spoken,
  state,
  talk,
  versions,
  views,
  ways,
}
