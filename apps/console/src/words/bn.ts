import { agent, agents, building, create, facts, publish, talk, versions } from './bn/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './bn/basics.ts'
import { callPolicy, lines } from './bn/call-policy.ts'
import { faults } from './bn/faults.ts'
import { mayDo, mustPass, uploads } from './bn/goals.ts'
import { calls, knowledge } from './bn/knowledge.ts'
import { callers, providers, training, understanding, usage } from './bn/mind.ts'
import { audit, events, overview, programs, settings, team } from './bn/pages.ts'
import { lists, views } from './bn/lists.ts'
import { numbers } from './bn/numbers.ts'
import { about, brand, guide, limits } from './bn/organisation.ts'
import { phone } from './bn/phone.ts'
import { access, applications, platform, traffic, work } from './bn/platform.ts'
import { reference } from './bn/reference.ts'
import { moves, simulations } from './bn/simulations.ts'
import { connections, errands, runs, tools } from './bn/tools.ts'
import { speechVendors, studio } from './bn/voices.ts'
import { people, scopes } from './bn/people.ts'
import { security } from './bn/security.ts'
import { ways } from './bn/ways-in.ts'
import { attention, begin, figures, search, told } from './bn/system.ts'
import type { Words } from './en.ts'

/** Bengali: the same keys as English. */
export const bn: Words = {
  attention,
  begin,
  figures,
  search,
  told,
  about,
  access,
  account,
  act,
  agent,
  agents,
  applications,
  audit,
  brand,
  building,
  callPolicy,
  callers,
  calls,
  connections,
  create,
  errands,
  events,
  facts,
  faults,
  guide,
  keys,
  knowledge,
  limits,
  lines,
  lists,
  mayDo,
  moves,
  mustPass,
  numbers,
  overview,
  people,
  phone,
  platform,
  programs,
  providers,
  publish,
  reference,
  role,
  runs,
  scopes,
  security,
  settings,
  shell,
  simulations,
  speechVendors,
  spoken,
  state,
  studio,
  talk,
  team,
  tools,
  traffic,
  training,
  understanding,
  usage,
  uploads,
  versions,
  views,
  ways,
  work,
}
