import { agent, agents, building, create, facts, publish, talk, versions } from './en/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './en/basics.ts'
import { faults } from './en/faults.ts'
import { mayDo, mustPass, uploads } from './en/goals.ts'
import { calls, knowledge } from './en/knowledge.ts'
import { callers, providers, training, understanding, usage } from './en/mind.ts'
import { audit, overview, programs, settings, team } from './en/pages.ts'
import { reference } from './en/reference.ts'
import { moves, simulations } from './en/simulations.ts'
import { connections, errands, runs, tools } from './en/tools.ts'

/** English, the language every key is written in first; the others have exactly these keys. */
export const en = {
  account,
  act,
  agent,
  agents,
  audit,
  building,
  callers,
  calls,
  connections,
  create,
  errands,
  facts,
  faults,
  keys,
  knowledge,
  mayDo,
  moves,
  mustPass,
  overview,
  programs,
  providers,
  publish,
  reference,
  role,
  runs,
  settings,
  shell,
  simulations,
  spoken,
  state,
  talk,
  team,
  tools,
  training,
  understanding,
  usage,
  uploads,
  versions,
}

/** The shape of a language: the same keys, other words. */
export type Words = Worded<typeof en>
type Worded<T> = { [K in keyof T]: T[K] extends string ? string : Worded<T[K]> }
