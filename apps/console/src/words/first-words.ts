import { agent, agents, building, create, facts, publish, talk, versions } from './en/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './en/basics.ts'
import { calls, knowledge } from './en/knowledge.ts'
import { audit, overview, programs, settings, team } from './en/pages.ts'

/** English words that come with the first page. */
export const firstWords = {
  account,
  act,
  agent,
  agents,
  audit,
  building,
  calls,
  create,
  facts,
  keys,
  knowledge,
  overview,
  programs,
  publish,
  role,
  settings,
  shell,
  spoken,
  state,
  talk,
  team,
  versions,
}
