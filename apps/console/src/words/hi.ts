import { agent, agents, building, create, facts, publish, talk, versions } from './hi/agents.ts'
import { account, act, keys, role, shell, spoken, state } from './hi/basics.ts'
import { callPolicy, lines } from './hi/call-policy.ts'
import { faults } from './hi/faults.ts'
import { mayDo, mustPass, uploads } from './hi/goals.ts'
import { calls, knowledge } from './hi/knowledge.ts'
import { callers, providers, training, understanding, usage } from './hi/mind.ts'
import { audit, events, overview, programs, settings, team } from './hi/pages.ts'
import { lists, views } from './hi/lists.ts'
import { numbers } from './hi/numbers.ts'
import { about, brand, guide, limits } from './hi/organisation.ts'
import { phone } from './hi/phone.ts'
import { access, applications, platform, traffic, work } from './hi/platform.ts'
import { reference } from './hi/reference.ts'
import { moves, simulations } from './hi/simulations.ts'
import { connections, errands, runs, tools } from './hi/tools.ts'
import { speechVendors, studio } from './hi/voices.ts'
import { people, scopes } from './hi/people.ts'
import { security } from './hi/security.ts'
import { ways } from './hi/ways-in.ts'
import { attention, begin, figures, search, told } from './hi/system.ts'
import type { Words } from './en.ts'

/** Hindi: the same keys as English. */
export const hi: Words = {
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
