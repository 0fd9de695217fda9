import type { Handle } from '#context.ts'
import type { Gate } from '#store/gate.ts'
import { serviceStates } from '#store/service-states.ts'

const everyMs = 2_000

/** Lists services and how they do, as this gateway sees them. */
export const listServicesBy =
  (gate: Gate): Handle<'listServices'> =>
  async (_input, context) =>
    serviceStates(gate, context)

/** The same again every two seconds. */
export const watchServicesBy = (gate: Gate): Handle<'watchServices'> =>
  async function* (_input, context) {
    while (!context.signal.aborted) {
      yield { data: serviceStates(gate, context) }
      await context.live.wait('gateway.services', everyMs, context.signal)
    }
  }
