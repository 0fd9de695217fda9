import { type AnyOperation, contracts } from '@myna/contracts'
import type { Arriving, Step } from '#edge/steps.ts'
import type { Gate } from '#store/gate.ts'

const noKey = ''
/** Words made once for each operation. */
const routes = new WeakMap<AnyOperation, string>()

/** Counts every request whose caller is known. */
export function trafficStep(gate: Gate): Step {
  return {
    name: 'traffic',
    after(request, { status: ended, ms }) {
      if (!gate.isOpen()) return
      const at = gate.opened().now()
      const { tenantId, subject } = request.caller
      // A stream lasts as long as somebody listens; that is no measure of how fast it was answered.
      const kind = request.declared?.kind
      // Whoever follows a stream ends it by hanging up.
      const status = kind === 'stream' && ended === 499 ? 200 : ended
      const timed = kind === 'stream' || kind === 'socket' || request.isUpgrade ? undefined : ms
      const keyId = subject.startsWith('key:') ? subject.slice(4) : noKey
      gate.tally.note({ tenantId, route: routeOf(request), keyId, status, ms: timed, at })
      if (Object.hasOwn(contracts, request.service)) gate.recent.note(request.service, status, timed, at)
    },
  }
}

/** What a request asked, in as few words as there are operations: an address that nobody knows says nothing of its own. */
function routeOf({ service, operation, declared }: Arriving): string {
  if (declared !== undefined && operation !== undefined) {
    let route = routes.get(declared)
    if (route === undefined) routes.set(declared, (route = `${service}.${operation}`))
    return route
  }
  return Object.hasOwn(contracts, service) ? `${service}.*` : 'other'
}
