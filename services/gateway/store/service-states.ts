import { type Contract, contracts } from '@myna/contracts'
import type { ServiceState, ServicesState } from '@myna/contracts/gateway'
import type { Context } from '#context.ts'
import type { Gate } from '#store/gate.ts'

type Seen = ServiceState['instances'][number]

/** A twentieth of answers that are errors, of at least so many, is more than chance. */
const enoughRequests = 20
const badShare = 0.05

/** All services as this gateway sees them now. */
export function serviceStates(gate: Gate, { ports, clock }: Context): ServicesState {
  const at = clock.now()
  const elsewhere = new Map((ports.upstreams?.list() ?? []).map((it) => [it.service, it.instances]))
  const services = Object.entries(contracts as Record<string, Contract>).map(([name, contract]): ServiceState => {
    const recent = gate.recent.of(name, at.getTime())
    const far = elsewhere.get(name)
    const here = far === undefined && gate.isHere(name)
    const instances: Seen[] = (far ?? []).map(({ seenAt, latencyMs, ...it }) => ({
      ...it,
      latencyMs: latencyMs ?? null,
      version: null,
      startedAt: null,
      seenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
    }))
    if (here)
      instances.push({
        address: null,
        state: 'well',
        inFlight: 0,
        latencyMs: recent.p50Ms,
        requests: recent.requestsEver,
        failures: recent.failuresEver,
        version: ports.version,
        startedAt: gate.startedAt.toISOString(),
        seenAt: at.toISOString(),
      })
    const { requests, errors, p50Ms, p99Ms } = recent
    const where = far ? 'elsewhere' : here ? 'here' : 'nowhere'
    return { name, where, state: stateOf(instances, requests, errors), operations: Object.keys(contract).length, instances, requests, errors, p50Ms, p99Ms }
  })
  return { at: at.toISOString(), version: ports.version, startedAt: gate.startedAt.toISOString(), services }
}

function stateOf(instances: readonly Seen[], requests: number, errors: number): ServiceState['state'] {
  const well = instances.filter((it) => it.state === 'well').length
  if (instances.every((it) => it.state === 'away')) return 'away'
  return well < instances.length || (requests >= enoughRequests && errors / requests > badShare) ? 'degraded' : 'well'
}
