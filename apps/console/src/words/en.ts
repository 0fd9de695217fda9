import { agent, agents, building, create, facts, publish, talk, versions } from './en/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './en/basics.ts'
import { faults } from './en/faults.ts'
import { calls, knowledge } from './en/knowledge.ts'
import { audit, overview, programs, settings, team } from './en/pages.ts'
import { reference } from './en/reference.ts'

/** English, the language every key is written in first; the others have exactly these keys. */
export const en = {
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

/** The shape of a language: the same keys, other words. */
export type Words = Worded<typeof en>
type Worded<T> = { [K in keyof T]: T[K] extends string ? string : Worded<T[K]> }
