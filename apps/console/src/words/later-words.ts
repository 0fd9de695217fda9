import { callPolicy, lines } from './en/call-policy.ts'
import { faults } from './en/faults.ts'
import { mayDo, mustPass, uploads } from './en/goals.ts'
import { callers, providers, training, understanding, usage } from './en/mind.ts'
import { numbers } from './en/numbers.ts'
import { phone } from './en/phone.ts'
import { reference } from './en/reference.ts'
import { moves, simulations } from './en/simulations.ts'
import { connections, errands, runs, tools } from './en/tools.ts'
import { speechVendors, studio } from './en/voices.ts'

/** English words that come after the first page, or with the first page that waits for them. */
export const laterWords = {
  callPolicy,
  callers,
  connections,
  errands,
  // Until they are here the server's own sentences are shown, which are the same.
  faults,
  lines,
  mayDo,
  moves,
  mustPass,
  numbers,
  phone,
  providers,
  reference,
  runs,
  simulations,
  speechVendors,
  studio,
  tools,
  training,
  understanding,
  usage,
  uploads,
}
