import { callPolicy, lines } from './en/call-policy.ts'
import { faults } from './en/faults.ts'
import { mayDo, mustPass, uploads } from './en/goals.ts'
import { callers, providers, training, understanding, usage } from './en/mind.ts'
import { numbers } from './en/numbers.ts'
import { about, brand, guide, limits } from './en/organisation.ts'
import { audit, events, programs, settings, team } from './en/pages.ts'
import { people, scopes } from './en/people.ts'
import { phone } from './en/phone.ts'
import { access, applications, platform, traffic, work } from './en/platform.ts'
import { reference } from './en/reference.ts'
import { security } from './en/security.ts'
import { moves, simulations } from './en/simulations.ts'
import { connections, errands, runs, tools } from './en/tools.ts'
import { speechVendors, studio } from './en/voices.ts'

/** English words that come after the first page, or with the first page that waits for them. */
export const laterWords = {
  about,
  access,
  applications,
  audit,
  brand,
  callPolicy,
  callers,
  connections,
  errands,
  events,
  // Until they are here the server's own sentences are shown, which are the same.
  faults,
  limits,
  guide,
  lines,
  mayDo,
  moves,
  mustPass,
  numbers,
  people,
  phone,
  platform,
  programs,
  providers,
  reference,
  runs,
  scopes,
  security,
  settings,
  simulations,
  speechVendors,
  studio,
  team,
  tools,
  traffic,
  training,
  understanding,
  usage,
  uploads,
  work,
}
