import { agent, agents, building, create, facts, publish, talk, versions } from './hi/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './hi/basics.ts'
import { faults } from './hi/faults.ts'
import { calls, knowledge } from './hi/knowledge.ts'
import { audit, overview, programs, settings, team } from './hi/pages.ts'
import { reference } from './hi/reference.ts'
import type { Words } from './en.ts'

/** Hindi: the same keys as English. */
export const hi: Words = {
  account,
  act,
  agent,
  agents,
  audit,
  building,
  calls,
  create,
  facts,
  faults,
  keys,
  knowledge,
  overview,
  programs,
  publish,
  reference,
  role,
  settings,
  shell,
  spoken,
  state,
  talk,
  team,
  versions,
}
