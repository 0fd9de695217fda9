import { type Contract, contracts } from '@myna/contracts'
import type { Door, Upstreams } from '@myna/kernel'
import { createAnswers } from '#answers/answers.ts'
import type { Authenticator } from '#edge/authenticator.ts'
import { createFront, type GatewayContext } from '#edge/front.ts'
import { createHandshakes } from '#edge/handshakes.ts'
import { securityHeadersOf } from '#edge/security-headers.ts'
import type { Step } from '#edge/steps.ts'
import type { Way } from '#passing/pass-on.ts'

/** A little longer than a service works on what nobody waits for any more. */
const patienceMs = 65_000
const uploadPatienceMs = 300_000

/** All services are here. */
const nowhere: Pick<Upstreams, 'knows'> = { knows: () => false }

/** What the gateway of a process holds while it runs. */
export function openEdge(context: GatewayContext, authenticator: Authenticator) {
  const { ports } = context
  const securityHeaders = securityHeadersOf(ports)
  const answers = createAnswers(ports.fanOut)
  const way: Way = {
    upstreams: (ports.upstreams ?? nowhere) as Upstreams,
    answers,
    secret: ports.secret,
    securityHeaders,
    security: Object.entries(securityHeaders).flat(),
    tracer: context.tracer,
    patienceMs: ports.patienceMs ?? patienceMs,
    uploadPatienceMs,
    streams: new Set(),
    noteWrite({ service, caller, headers }) {
      answers.forget(caller.tenantId ?? '')
      // Whoever switches organisation or signs out must be another caller with the very next request.
      if (service === 'identity') authenticator.forget(headers)
    },
  }
  return {
    way,
    open(door: Door, steps: readonly Step[]) {
      const fronting = { door, context, authenticator, steps, way, contracts: contracts as Readonly<Record<string, Contract>> }
      const handshakes = createHandshakes(fronting)
      return { front: createFront(fronting), handshakes }
    },
    /** Sends away whoever is connected for long. */
    drain(): void {
      for (const end of way.streams) end()
      way.streams.clear()
    },
  }
}
